import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder))
}

/** The folder of `package.json`, whether this runs from `src/` or from the bundle in `dist/`. */
export const projectRoot = above(import.meta.dirname)
