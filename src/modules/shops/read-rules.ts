import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from '#platform/database/project-root.ts'
import type { Work } from '#platform/work/index.ts'
import { readChanges } from './db/rule-changes.ts'
import { type AreaOfRules, areaSchema, type Rule, withChanges } from './domain/rule.ts'

const folder = join(projectRoot, 'src/modules/shops/rules')
let read: readonly AreaOfRules[] | undefined

/** The areas and their questions as their files say, in the order of the files. Throws, naming the file, when one is wrong. */
export function readAreas(): readonly AreaOfRules[] {
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const area = areaSchema.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
      if (area.success) return area.data
      throw new Error(`${name}: ${area.error.message}`)
    })
  return read
}

/** Every rule of the files. */
export const writtenRules = (): readonly Rule[] =>
  readAreas().flatMap(({ area, questions }) => questions.map((question) => ({ ...question, area })))

/** Every rule as it stands, with what staff changed. */
export async function readRules(work: Work<'shops'>): Promise<readonly Rule[]> {
  return withChanges(writtenRules(), await readChanges(work))
}
