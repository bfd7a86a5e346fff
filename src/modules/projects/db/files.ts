import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { FileKind } from '../domain/file-kind.ts'

/** A file to make it again, without its bytes. */
export interface ProjectFile {
  id: number
  place: number
  kind: FileKind
  /** Bytes. */
  size: number
}

export async function readFiles(work: Work<'projects'>, project: number): Promise<ProjectFile[]> {
  const { rows } = await sql<ProjectFile>`
    select id::int, place, kind, length(bytes) as size from projects.files
      where project_id = ${project} order by place`.execute(work.tx)
  return rows
}

export async function insertFile(
  work: Work<'projects'>,
  file: { centre: number; project: number; place: number; kind: FileKind; bytes: Uint8Array },
): Promise<void> {
  await work.tx
    .insertInto('projects.files')
    .values({
      centre_id: file.centre,
      project_id: file.project,
      place: file.place,
      kind: file.kind,
      bytes: Buffer.from(file.bytes),
    })
    .execute()
}

export async function deleteFile(
  work: Work<'projects'>,
  { project, id }: { project: number; id: number },
): Promise<void> {
  await work.tx.deleteFrom('projects.files').where('project_id', '=', project).where('id', '=', id).execute()
}

/** A file whoever asks may have, only of one author's projects when she is named; and a title to name it with. */
export async function readFile(
  work: Work<'projects'>,
  { id, author = null }: { id: number; author?: number | null },
): Promise<{ kind: FileKind; bytes: Buffer; title: string; place: number } | null> {
  const { rows } = await sql<{ kind: FileKind; bytes: Buffer; title: string; place: number }>`
    select f.kind, f.bytes, f.place, p.title from projects.files f join projects.projects p on p.id = f.project_id
      where f.id = ${id} and (${author}::bigint is null or p.author_id = ${author}::bigint)`.execute(work.tx)
  return rows[0] ?? null
}
