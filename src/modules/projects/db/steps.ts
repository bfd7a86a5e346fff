import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Picture } from './pictures.ts'

/** One thing to do, and its picture. */
export interface Step {
  id: number
  position: number
  words: string
  picture: Picture | null
}

export async function readSteps(work: Work<'projects'>, project: number): Promise<Step[]> {
  const { rows } = await sql<{
    id: number
    position: number
    words: string
    picture: number | null
    alt: string
    width: number
    height: number
  }>`
    select s.id::int, s.position, s.words, i.id::int as picture, i.alt, i.width, i.height
      from projects.steps s left join projects.pictures i on i.step_id = s.id
      where s.project_id = ${project} order by s.position`.execute(work.tx)
  return rows.map(({ id, position, words, picture, alt, width, height }) => ({
    id,
    position,
    words,
    picture: picture === null ? null : { id: picture, alt, width, height },
  }))
}

/** After the last one. The project is locked: two steps sent at once come one after the other. */
export async function insertStep(
  work: Work<'projects'>,
  step: { centre: number; project: number; position: number; words: string },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('projects.steps')
    .values({
      centre_id: step.centre,
      project_id: step.project,
      position: step.position,
      words: step.words,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

export async function updateStep(work: Work<'projects'>, id: number, words: string): Promise<void> {
  await work.tx.updateTable('projects.steps').set({ words }).where('id', '=', id).execute()
}

/** Gives steps these positions, from 1 on, in the order of `ids`. */
export async function orderSteps(work: Work<'projects'>, ids: readonly number[]): Promise<void> {
  await sql`
    update projects.steps s set position = o.position
      from unnest(${[...ids]}::bigint[]) with ordinality as o (id, position)
      where s.id = o.id and s.position <> o.position`.execute(work.tx)
}

export async function deleteStep(work: Work<'projects'>, id: number): Promise<void> {
  await work.tx.deleteFrom('projects.steps').where('id', '=', id).execute()
}
