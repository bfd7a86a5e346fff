import type { Work } from '#platform/work/index.ts'
import type { Prepared } from '../prepare-picture.ts'

/** A picture as a page shows it: what it shows, and its size on the page. */
export interface Picture {
  id: number
  alt: string
  width: number
  height: number
}

/** What a picture belongs to: one of the project's four places, a step, or what somebody made. */
export type PictureOf = { place: number } | { step: number } | { make: number }

export async function insertPicture(
  work: Work<'projects'>,
  { centre, project, alt, of }: { centre: number; project: number; alt: string; of: PictureOf },
  made: Prepared,
): Promise<void> {
  await work.tx
    .insertInto('projects.pictures')
    .values({
      centre_id: centre,
      project_id: project,
      alt,
      step_id: 'step' in of ? of.step : null,
      make_id: 'make' in of ? of.make : null,
      place: 'place' in of ? of.place : null,
      width: made.width,
      height: made.height,
      thumb_width: made.thumbWidth,
      thumb_height: made.thumbHeight,
      page_webp: made.pageWebp,
      page_jpeg: made.pageJpeg,
      thumb_webp: made.thumbWebp,
      thumb_jpeg: made.thumbJpeg,
    })
    .execute()
}

/** Pictures of the project itself, by place. */
export async function readPictures(
  work: Work<'projects'>,
  project: number,
): Promise<(Picture & { place: number })[]> {
  const rows = await work.tx
    .selectFrom('projects.pictures')
    .select(['id', 'alt', 'width', 'height', 'place'])
    .where('project_id', '=', project)
    .where('place', 'is not', null)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({ ...row, id: Number(row.id), place: row.place as number }))
}

/** What is shown of the picture of a step. */
export async function updateAlt(work: Work<'projects'>, step: number, alt: string): Promise<void> {
  await work.tx.updateTable('projects.pictures').set({ alt }).where('step_id', '=', step).execute()
}

export async function deletePicture(
  work: Work<'projects'>,
  wish: { project: number; id: number } | { step: number },
): Promise<void> {
  const query = work.tx.deleteFrom('projects.pictures')
  await ('step' in wish
    ? query.where('step_id', '=', wish.step)
    : query.where('project_id', '=', wish.project).where('id', '=', wish.id).where('place', 'is not', null)
  ).execute()
}

/** The four ways a picture is kept, as an address names them. */
export const renderings = {
  'page.webp': 'page_webp',
  'page.jpg': 'page_jpeg',
  'thumb.webp': 'thumb_webp',
  'thumb.jpg': 'thumb_jpeg',
} as const
export type Rendering = keyof typeof renderings

/** The bytes of a picture whoever asks may see; only of one author's projects when she is named. */
export async function readRendering(
  work: Work<'projects'>,
  { id, rendering, author }: { id: number; rendering: Rendering; author?: number },
): Promise<Buffer | null> {
  const column = renderings[rendering]
  let query = work.tx.selectFrom('projects.pictures').select(column).where('projects.pictures.id', '=', id)
  if (author !== undefined)
    query = query.where((is) =>
      is.exists(
        is
          .selectFrom('projects.projects')
          .select('projects.projects.id')
          .whereRef('projects.projects.id', '=', 'projects.pictures.project_id')
          .where('author_id', '=', author),
      ),
    )
  const row = (await query.executeTakeFirst()) as Record<string, Buffer> | undefined
  return row?.[column] ?? null
}
