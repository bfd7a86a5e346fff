import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Opening } from '../domain/vocabulary.ts'

export type OpeningHours = Pick<Opening, 'centre' | 'place' | 'space' | 'kind' | 'startsAt' | 'endsAt'> & {
  supervisor: number | null
}

const rowOf = (hours: OpeningHours) => ({
  centre_id: hours.centre,
  place_id: hours.place,
  space_id: hours.space,
  kind: hours.kind,
  starts_at: hours.startsAt,
  ends_at: hours.endsAt,
  supervisor_id: hours.supervisor,
})

export async function insertOpening(work: Work<'fablab'>, hours: OpeningHours): Promise<number> {
  const { id } = await work.tx
    .insertInto('fablab.openings')
    .values(rowOf(hours))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function writeOpening(work: Work<'fablab'>, id: number, hours: OpeningHours): Promise<void> {
  await work.tx.updateTable('fablab.openings').set(rowOf(hours)).where('id', '=', id).execute()
}

export async function deleteOpening(work: Work<'fablab'>, id: number): Promise<void> {
  await work.tx.deleteFrom('fablab.openings').where('id', '=', id).execute()
}

/** Keeps an opening still until the end of the transaction; false: no such opening in this centre. */
export async function lockOpening(work: Work<'fablab'>, id: number): Promise<boolean> {
  const row = await work.tx
    .selectFrom('fablab.openings')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** A room of a centre, and its place; null: not one of this centre. */
export async function readSpace(
  work: Work<'network'>,
  centre: number,
  space: number,
): Promise<{ id: number; place: number; name: string; timeZone: string } | null> {
  const row = await work.tx
    .selectFrom('network.spaces as s')
    .innerJoin('network.places as p', 'p.id', 's.place_id')
    .select(['s.id', 's.place_id as place', 's.name', 'p.time_zone as timeZone'])
    .where('s.id', '=', space)
    .where('s.centre_id', '=', centre)
    .executeTakeFirst()
  return row ?? null
}

/** Bookings of a room's machines in an opening that would no longer hold with other hours, or without a supervisor. */
export async function readStranded(
  work: Work<'fablab'>,
  opening: { space: number; startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  to: {
    kind: Opening['kind']
    space: number
    startsAt: Temporal.Instant
    endsAt: Temporal.Instant
    supervised: boolean
  } | null,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select b.id from fablab.bookings b
    join fablab.machines m on m.id = b.machine_id and m.space_id = ${opening.space}
    join fablab.makers k on k.id = b.maker_id
    where b.status <> 'cancelled' and b.came is null
      and b.starts_at >= ${opening.startsAt} and b.ends_at <= ${opening.endsAt}
      and not (${to !== null && to.kind === 'bookable' && to.space === opening.space}::boolean
        and b.starts_at >= ${to?.startsAt ?? null}::timestamptz and b.ends_at <= ${to?.endsAt ?? null}::timestamptz
        and (${to?.supervised ?? false}::boolean
          or (b.kind = 'make' and m.supervision <> 'always' and k.birth_year is null)))
    order by b.starts_at, b.id`.execute(work.tx)
  return rows.map(({ id }) => id)
}
