import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Picture } from './pictures.ts'

/** What somebody made, shown in a picture; nobody is named. */
export interface Make {
  id: number
  project: number
  title: string
  madeAt: Temporal.Instant
  picture: Picture
}

/** Counts one more; null when the same form was sent before. */
export async function insertMake(
  work: Work<'projects'>,
  make: { centre: number; project: number; once: string; withPicture: boolean },
): Promise<number | null> {
  const row = await work.tx
    .insertInto('projects.makes')
    .values({
      centre_id: make.centre,
      project_id: make.project,
      once: make.once,
      with_picture: make.withPicture,
      status: make.withPicture ? 'waiting' : 'published',
      made_at: work.now,
    })
    .onConflict((again) => again.column('once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? Number(row.id) : null
}

/** What others made, in pictures: of one project and published, or in a centre and waiting. */
export async function readMakes(
  work: Work<'projects'>,
  wish: { project: number } | { waitingIn: number },
): Promise<Make[]> {
  const [project, centre] = 'project' in wish ? [wish.project, null] : [null, wish.waitingIn]
  const { rows } = await sql<Omit<Make, 'picture'> & { picture: number } & Omit<Picture, 'id'>>`
    select m.id::int, m.project_id::int as project, p.title, m.made_at as "madeAt", i.id::int as picture, i.alt,
        i.width, i.height
      from projects.makes m join projects.projects p on p.id = m.project_id join projects.pictures i on i.make_id = m.id
      where (m.project_id = ${project}::bigint and m.status = 'published')
        or (m.centre_id = ${centre}::int and m.status = 'waiting')
      order by m.made_at, m.id limit 24`.execute(work.tx)
  return rows.map(({ picture, alt, width, height, ...make }) => ({
    ...make,
    picture: { id: picture, alt, width, height },
  }))
}

/** A member looked at the picture: everybody may see it. True when it was still waiting, in that centre. */
export async function publishMake(
  work: Work<'projects'>,
  { id, centre }: { id: number; centre: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('projects.makes')
    .set({ status: 'published' })
    .where('id', '=', id)
    .where('centre_id', '=', centre)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** The picture does not do: it is erased, with what it came with. */
export async function deleteMake(
  work: Work<'projects'>,
  { id, centre }: { id: number; centre: number | null },
): Promise<boolean> {
  const { numDeletedRows } = await work.tx
    .deleteFrom('projects.makes')
    .where('id', '=', id)
    .where('centre_id', '=', centre)
    .where('with_picture', '=', true)
    .executeTakeFirst()
  return Number(numDeletedRows) === 1
}
