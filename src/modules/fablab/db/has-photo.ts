import type { Work } from '#platform/work/index.ts'

/** Whether a machine has a picture besides its drawing. */
export async function hasPhoto(work: Work<'fablab'>, machine: number): Promise<boolean> {
  const row = await work.tx
    .selectFrom('fablab.machine_photos')
    .select('machine_id')
    .where('machine_id', '=', machine)
    .executeTakeFirst()
  return row !== undefined
}
