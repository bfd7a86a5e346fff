import type { Work } from '#platform/work/index.ts'

export interface Photo {
  picture: Buffer
  width: number
  height: number
  takenInAt: Temporal.Instant
}

export async function readPhoto(work: Work<'fablab'>, machine: number): Promise<Photo | null> {
  const row = await work.tx
    .selectFrom('fablab.machine_photos')
    .select(['picture', 'width', 'height', 'taken_in_at as takenInAt'])
    .where('machine_id', '=', machine)
    .executeTakeFirst()
  return row ?? null
}

/** Which of a centre's machines have a picture. */
export async function readPhotographed(work: Work<'fablab'>, centre: number): Promise<Set<number>> {
  const rows = await work.tx
    .selectFrom('fablab.machine_photos')
    .select('machine_id as machine')
    .where('centre_id', '=', centre)
    .execute()
  return new Set(rows.map(({ machine }) => machine))
}

export async function writePhoto(
  work: Work<'fablab'>,
  photo: { machine: number; centre: number; picture: Buffer; width: number; height: number },
): Promise<void> {
  const row = {
    picture: photo.picture,
    width: photo.width,
    height: photo.height,
    taken_in_at: work.now,
  }
  await work.tx
    .insertInto('fablab.machine_photos')
    .values({ machine_id: photo.machine, centre_id: photo.centre, ...row })
    .onConflict((conflict) => conflict.column('machine_id').doUpdateSet(row))
    .execute()
}

export async function deletePhoto(work: Work<'fablab'>, machine: number): Promise<void> {
  await work.tx.deleteFrom('fablab.machine_photos').where('machine_id', '=', machine).execute()
}
