import type { Work } from '#platform/work/index.ts'

/** Width and height in pixels of the picture of a machine; null when it has none. */
export async function readPhotoSize(
  work: Work<'fablab'>,
  machine: number,
): Promise<{ width: number; height: number } | null> {
  const row = await work.tx
    .selectFrom('fablab.machine_photos')
    .select(['width', 'height'])
    .where('machine_id', '=', machine)
    .executeTakeFirst()
  return row ?? null
}
