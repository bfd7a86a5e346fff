import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate'
import { done, type Result, refuse } from '#platform/work/index.ts'
import { type Manifest, manifestSchema, staysInside, typeOf } from './domain/h5p.ts'

/** The most a package may weigh once open, bytes: a small file can hide a large one. */
const mostBytes = 120_000_000
const mostFiles = 4000

export type OpenRefusal = { refusal: 'not-h5p' } | { refusal: 'too-much-inside' }

/** A package open in memory: what it says of itself, and its files by path. */
export interface Opened {
  manifest: Manifest
  files: ReadonlyMap<string, Uint8Array>
}

/** Opens a `.h5p` file, which is an archive; files of kinds we do not serve are left out. */
export function openPackage(file: Uint8Array): Result<Opened, OpenRefusal> {
  let [bytes, count] = [0, 0]
  const wanted = ({ name, originalSize }: UnzipFileInfo) => {
    bytes += originalSize
    count += 1
    return bytes <= mostBytes && count <= mostFiles && staysInside(name) && typeOf(name) !== null
  }
  try {
    const files = new Map(Object.entries(unzipSync(file, { filter: wanted })))
    if (bytes > mostBytes || count > mostFiles) return refuse({ refusal: 'too-much-inside' })
    const manifest = manifestSchema.safeParse(
      JSON.parse(strFromU8(files.get('h5p.json') ?? new Uint8Array())),
    )
    return manifest.success && files.has('content/content.json')
      ? done({ manifest: manifest.data, files })
      : refuse({ refusal: 'not-h5p' })
  } catch {
    return refuse({ refusal: 'not-h5p' })
  }
}
