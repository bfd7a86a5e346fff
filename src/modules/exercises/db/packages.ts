import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** An exercise as a list shows it. */
export interface Exercise {
  id: number
  centre: number
  title: string
  language: string
  licence: string
}

const columns = ['id', 'centre_id as centre', 'title', 'language', 'licence'] as const

/** Exercises brought in, by title; of one centre when it is named. */
export const readExercises = (work: Work<'exercises'>, centre: number | null): Promise<Exercise[]> =>
  work.tx
    .selectFrom('exercises.packages')
    .select(columns)
    .$if(centre !== null, (query) => query.where('centre_id', '=', centre as number))
    .orderBy('title')
    .execute()

export const readExercise = (work: Work<'exercises'>, id: number): Promise<Exercise | undefined> =>
  work.tx.selectFrom('exercises.packages').select(columns).where('id', '=', id).executeTakeFirst()

/** The package itself, as it came. */
export async function readFile(work: Work<'exercises'>, id: number): Promise<Buffer | null> {
  const row = await work.tx
    .selectFrom('exercises.packages')
    .select('file')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.file ?? null
}

/** Writes a package; the same file again is the same exercise. */
export async function writePackage(
  work: Work<'exercises'>,
  row: Omit<Exercise, 'id'> & { file: Uint8Array; sha256: Buffer; member: number },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into exercises.packages (centre_id, title, language, licence, file, sha256, brought_by, brought_at)
    values (${row.centre}, ${row.title}, ${row.language}, ${row.licence}, ${Buffer.from(row.file)}, ${row.sha256},
      ${row.member}, ${work.now})
    on conflict on constraint brought_once do update set title = excluded.title
    returning exercises.packages.id`.execute(work.tx)
  return rows[0]?.id ?? 0
}

export async function deletePackage(work: Work<'exercises'>, centre: number, id: number): Promise<void> {
  await work.tx
    .deleteFrom('exercises.packages')
    .where('id', '=', id)
    .where('centre_id', '=', centre)
    .execute()
}

/** One more finished it; `score` from 0 to 1, null when it has none. */
export async function writeCompletion(
  work: Work<'exercises'>,
  id: number,
  score: number | null,
): Promise<void> {
  await sql`select exercises.complete(${id}, ${work.now}, ${score})`.execute(work.tx)
}

/** How many finished each exercise of a centre, and their mean score from 0 to 1. */
export async function readCompletions(
  work: Work<'exercises'>,
  centre: number,
): Promise<Map<number, { people: number; mean: number | null }>> {
  const { rows } = await sql<{ id: number; people: number; mean: number | null }>`
    select package_id as id, sum(people)::int as people, (sum(scores) / nullif(sum(scored), 0))::float8 as mean
    from exercises.completions where centre_id = ${centre} group by package_id`.execute(work.tx)
  return new Map(rows.map(({ id, people, mean }) => [id, { people, mean }]))
}
