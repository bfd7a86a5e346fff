import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Bytes of pictures and files of a centre that no member has said yes to. */
export async function readHeldBytes(work: Work<'projects'>, centre: number): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select (
      (select coalesce(sum(length(f.bytes)), 0) from projects.files f join projects.projects p on p.id = f.project_id
        where f.centre_id = ${centre} and p.status <> 'published')
      + (select coalesce(sum(length(i.page_webp) + length(i.page_jpeg) + length(i.thumb_webp) + length(i.thumb_jpeg)), 0)
        from projects.pictures i join projects.projects p on p.id = i.project_id left join projects.makes m on m.id = i.make_id
        where i.centre_id = ${centre} and (p.status <> 'published' or m.status = 'waiting'))
    )::float8 as bytes`.execute(work.tx)
  return rows[0]?.bytes ?? 0
}

/** How many projects somebody has, wherever they stand. */
export async function countProjects(work: Work<'projects'>, author: number): Promise<number> {
  const { count } = await work.tx
    .selectFrom('projects.projects')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('author_id', '=', author)
    .executeTakeFirstOrThrow()
  return Number(count)
}
