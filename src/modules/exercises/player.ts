import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectRoot } from '#platform/database/project-root.ts'
import { staysInside, typeOf } from './domain/h5p.ts'

const folder = dirname(
  createRequire(join(projectRoot, 'package.json')).resolve('h5p-standalone/package.json'),
)

/** A file of the player that draws exercises: its script, its style, its fonts. Null for anything else. */
export function playerFile(path: string): { type: string; bytes: Uint8Array<ArrayBuffer> } | null {
  const type = typeOf(path)
  if (!type || !staysInside(path)) return null
  try {
    return { type, bytes: new Uint8Array(readFileSync(join(folder, 'dist', path))) }
  } catch {
    return null
  }
}
