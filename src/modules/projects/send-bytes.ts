import type { Ctx } from '#platform/http/env.ts'
import { type Rendering, renderings } from './db/pictures.ts'
import { type FileKind, mediaTypeOf } from './domain/file-kind.ts'

/** Pictures never change under their number; a day later a browser asks whether it may still show one. */
const keptFor = { everybody: 'public, max-age=86400, immutable', one: 'private, no-store' } as const

/** Which of the four renderings an address asks for, or null. */
export const renderingIn = (c: Ctx): Rendering | null => {
  const asked = c.req.param('rendering') ?? ''
  return Object.hasOwn(renderings, asked) ? (asked as Rendering) : null
}

/** A picture, to everybody or to the one who holds a link or an account. */
export function sendPicture(
  c: Ctx,
  { id, rendering, bytes }: { id: number; rendering: Rendering; bytes: Buffer },
  to: keyof typeof keptFor,
): Response {
  const tag = `"${id}-${rendering}"`
  c.header('cache-control', keptFor[to])
  c.header('etag', tag)
  if (c.req.header('if-none-match') === tag) return c.body(null, 304)
  const type = rendering.endsWith('.webp') ? 'image/webp' : 'image/jpeg'
  return c.body(new Uint8Array(bytes), 200, { 'content-type': type })
}

/** A file: always saved, never opened in a page of ours, named after its project. */
export function sendFile(
  c: Ctx,
  file: { kind: FileKind; bytes: Buffer; title: string; place: number },
): Response {
  const plain = file.title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  c.header('cache-control', 'private, no-store')
  c.header('content-disposition', `attachment; filename="${plain || 'maillage'}-${file.place}.${file.kind}"`)
  return c.body(new Uint8Array(file.bytes), 200, { 'content-type': mediaTypeOf[file.kind] })
}
