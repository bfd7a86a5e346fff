import type { Work } from '#platform/work/index.ts'
import type { MachineSheet } from '../domain/vocabulary.ts'

type Row = MachineSheet & { centre: number; place: number }

const columnsOf = (row: Row) => ({
  centre_id: row.centre,
  place_id: row.place,
  space_id: row.spaceId,
  name: row.name,
  kind: row.kind,
  status: row.status,
  slot_minutes: row.slotMinutes,
  day_minutes: row.dayMinutes,
  week_minutes: row.weekMinutes,
  min_age: row.minAge,
  supervision: row.supervision,
  goes_with_the_room: row.goesWithTheRoom,
  texts: JSON.stringify(row.texts),
})

export async function insertMachine(work: Work<'fablab'>, row: Row): Promise<number> {
  const { id } = await work.tx
    .insertInto('fablab.machines')
    .values(columnsOf(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function writeMachine(work: Work<'fablab'>, id: number, row: Row): Promise<void> {
  await work.tx.updateTable('fablab.machines').set(columnsOf(row)).where('id', '=', id).execute()
}

/** The inductions a machine asks for, these and no others. */
export async function writeAsked(
  work: Work<'fablab'>,
  asked: { centre: number; machine: number; inductions: readonly number[] },
): Promise<void> {
  await work.tx.deleteFrom('fablab.machine_inductions').where('machine_id', '=', asked.machine).execute()
  for (const induction_id of asked.inductions)
    await work.tx
      .insertInto('fablab.machine_inductions')
      .values({ centre_id: asked.centre, machine_id: asked.machine, induction_id })
      .execute()
}

/** The rooms that hear a machine, these and no others. */
export async function writeHeardIn(
  work: Work<'fablab'>,
  heard: { centre: number; machine: number; spaces: readonly number[] },
): Promise<void> {
  await work.tx.deleteFrom('fablab.interlocks').where('machine_id', '=', heard.machine).execute()
  for (const space_id of heard.spaces)
    await work.tx
      .insertInto('fablab.interlocks')
      .values({ centre_id: heard.centre, machine_id: heard.machine, space_id })
      .execute()
}

/** The rooms of a place. */
export const readSpacesOf = (
  work: Work<'network'>,
  place: number,
): Promise<{ id: number; name: string; kind: string }[]> =>
  work.tx
    .selectFrom('network.spaces')
    .select(['id', 'name', 'kind'])
    .where('place_id', '=', place)
    .orderBy('id')
    .execute()
