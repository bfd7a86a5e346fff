import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from '#platform/database/project-root.ts'
import { type Path, pathSchema } from './domain/path.ts'
import type { Need } from './domain/vocabulary.ts'

const folder = join(projectRoot, 'src/modules/learning/paths')
let read: readonly Path[] | undefined

/** The paths, in the order of their file names. Throws, naming the file, when one is not a path. */
export function readPaths(): readonly Path[] {
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const path = pathSchema.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
      if (path.success) return path.data
      throw new Error(`${name}: ${path.error.message}`)
    })
  return read
}

export const pathOf = (id: string): Path | undefined => readPaths().find((path) => path.id === id)

/** More paths than this are no help to choose. */
const mostProposed = 3

/** Paths that answer these needs: those whose first need comes first. */
export const pathsFor = (needs: readonly Need[]): Path[] =>
  [
    ...new Set(
      [0, 1, 2].flatMap((place) =>
        needs.flatMap((need) => readPaths().filter((path) => path.needs[place] === need)),
      ),
    ),
  ].slice(0, mostProposed)
