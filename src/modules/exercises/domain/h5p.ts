import { z } from 'zod'

/** What `h5p.json` must say; the rest is the player's business. https://h5p.org/documentation/developers/json-file-definitions */
export const manifestSchema = z.object({
  title: z.string().trim().min(1).max(400),
  mainLibrary: z.string().regex(/^[\w.-]{1,100}$/),
  language: z
    .string()
    .regex(/^[A-Za-z-]{2,20}$/)
    .catch('und'),
  license: z.string().max(60).catch('U'),
  preloadedDependencies: z
    .array(
      z.object({
        machineName: z.string().regex(/^[\w.-]{1,100}$/),
        majorVersion: z.coerce.number().int().min(0),
        minorVersion: z.coerce.number().int().min(0),
      }),
    )
    .min(1)
    .max(200),
})
export type Manifest = z.infer<typeof manifestSchema>

/** What a package may hold, and how a browser is told of it. Those H5P itself allows, without what could act as a page. */
const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
}

/** How a file of a package is served; null: it is left out. */
export function typeOf(path: string): string | null {
  return types[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null
}

/** Whether a path of an archive stays within it. */
export const staysInside = (path: string): boolean =>
  path.length < 300 && !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..')
