import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from '#platform/database/project-root.ts'
import { type Ladder, ladderSchema, type Rung, rungsOf } from './domain/ladder.ts'

const folder = join(projectRoot, 'src/modules/learning/ladders')
let read: { ladders: readonly Ladder[]; rungs: readonly Rung[] } | undefined

/** The ladders, in the order of their file names, and all their rungs. Throws, naming the file, when one is not a ladder. */
export function readLadders(): { ladders: readonly Ladder[]; rungs: readonly Rung[] } {
  if (read) return read
  const ladders = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const ladder = ladderSchema.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
      if (ladder.success) return ladder.data
      throw new Error(`${name}: ${ladder.error.message}`)
    })
  read = { ladders, rungs: rungsOf(ladders) }
  return read
}
