import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Outing, Window } from '../domain/stop.ts'

/** A stop with all that is held for it. */
export interface PlannedStop {
  id: number
  centre: number
  status: 'planned' | 'cancelled'
  revision: number
  roundId: number | null
  place: { id: number; name: string; city: string; inseeCode: string | null; timeZone: string }
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  hosts: { id: number; name: string }[]
  kits: { id: number; name: string }[]
  vehicle: { id: number; name: string } | null
  offers: string[]
  howToFind: Outing['howToFind']
}

/** Stops of a centre in a window, or one of them, in order; cancelled ones too. */
export async function readPlannedStops(
  work: Work<'network' | 'access'>,
  wish: { centre: number } & (
    | { id: number }
    | { from: Temporal.Instant; to: Temporal.Instant }
    | { round: number }
  ),
): Promise<PlannedStop[]> {
  const which =
    'id' in wish
      ? sql`and s.id = ${wish.id}`
      : 'round' in wish
        ? sql`and s.round_id = ${wish.round}`
        : sql`and s.ends_at > ${wish.from} and s.starts_at < ${wish.to}`
  const { rows } = await sql<
    Omit<PlannedStop, 'place' | 'start' | 'end'> & {
      placeId: number
      name: string
      city: string
      inseeCode: string | null
      timeZone: string
      starts: Temporal.Instant
      ends: Temporal.Instant
    }
  >`select s.id, s.centre_id as centre, s.status, s.revision, s.round_id as "roundId", s.offers, s.how_to_find as "howToFind",
      p.id as "placeId", p.name, p.city, p.insee_code as "inseeCode", p.time_zone as "timeZone", s.starts_at as starts, s.ends_at as ends,
      (select case when v.id is null then null else json_build_object('id', v.id, 'name', v.name) end
        from (select 1) one left join network.kits v on v.id = s.vehicle_id) as vehicle,
      (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name), '[]')
        from network.stop_hosts h join access.welcoming_names m on m.id = h.member_id where h.stop_id = s.id) as hosts,
      (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) order by k.name), '[]')
        from network.stop_kits h join network.kits k on k.id = h.kit_id where h.stop_id = s.id) as kits
    from network.stops s join network.places p on p.id = s.place_id
    where s.centre_id = ${wish.centre} ${which}
    order by s.starts_at, s.id`.execute(work.tx)
  return rows.map(({ placeId, name, city, inseeCode, timeZone, starts, ends, ...stop }) => ({
    ...stop,
    place: { id: placeId, name, city, inseeCode, timeZone },
    start: starts.toZonedDateTimeISO(timeZone),
    end: ends.toZonedDateTimeISO(timeZone),
  }))
}

/** Which of these are not of the centre; used before anything is written. */
export async function readStrangers(
  work: Work<'network' | 'access'>,
  centre: number,
  wish: { placeId: number; hosts: readonly number[]; kits: readonly number[]; vehicleId: number | null },
): Promise<{ place: boolean; hosts: boolean; kits: boolean; vehicle: boolean }> {
  const { rows } = await sql<{ place: boolean; hosts: boolean; kits: boolean; vehicle: boolean }>`
    select not exists (select from network.places where id = ${wish.placeId} and centre_id = ${centre} and kind <> 'listed') as place,
      (select count(*) from access.members where centre_id = ${centre} and active and id = any(${[...wish.hosts]}::int[]))
        < ${new Set(wish.hosts).size}::int as hosts,
      (select count(*) from network.kits where centre_id = ${centre} and active and kind <> 'vehicle' and id = any(${[...wish.kits]}::int[]))
        < ${new Set(wish.kits).size}::int as kits,
      ${wish.vehicleId}::int is not null and not exists (
        select from network.kits where centre_id = ${centre} and active and kind = 'vehicle' and id = ${wish.vehicleId}::int) as vehicle`.execute(
    work.tx,
  )
  return rows[0] as (typeof rows)[number]
}

/** Writes a stop; null when the team is already there then. Throws a clash (SQLSTATE 23P01). */
export async function insertStop(
  work: Work<'network'>,
  stop: Window & Outing & { centre: number; roundId: number | null },
): Promise<number | null> {
  const row = await work.tx
    .insertInto('network.stops')
    .values({
      centre_id: stop.centre,
      place_id: stop.placeId,
      starts_at: stop.start,
      ends_at: stop.end,
      how_to_find: JSON.stringify(stop.howToFind),
      round_id: stop.roundId,
      vehicle_id: stop.vehicleId,
      offers: [...stop.offers],
    })
    .onConflict((on) => on.columns(['place_id', 'starts_at']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await insertHeld(work, { ...stop, id: row.id })
  return row.id
}

async function insertHeld(
  work: Work<'network'>,
  stop: { id: number; centre: number; hosts: readonly number[]; kits: readonly number[] },
): Promise<void> {
  const of = { stop_id: stop.id, centre_id: stop.centre }
  const hosts = [...new Set(stop.hosts)].map((member_id) => ({ ...of, member_id }))
  const kits = [...new Set(stop.kits)].map((kit_id) => ({ ...of, kit_id }))
  if (hosts.length > 0) await work.tx.insertInto('network.stop_hosts').values(hosts).execute()
  if (kits.length > 0) await work.tx.insertInto('network.stop_kits').values(kits).execute()
}

/** Where and when a stop is now; its revision grows, so that people are told. */
export async function writeWindow(work: Work<'network'>, id: number, to: Window): Promise<number> {
  const row = await work.tx
    .updateTable('network.stops')
    .set((q) => ({
      place_id: to.placeId,
      starts_at: to.start,
      ends_at: to.end,
      revision: q('revision', '+', 1),
    }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

/** Whether the team is already there then, on another stop. */
export async function isTaken(work: Work<'network'>, to: Window, except: number): Promise<boolean> {
  const row = await work.tx
    .selectFrom('network.stops')
    .select('id')
    .where('place_id', '=', to.placeId)
    .where('starts_at', '=', to.start)
    .where('id', '<>', except)
    .executeTakeFirst()
  return row !== undefined
}

/** Who and what goes, what one finds there, how to find it. */
export async function writeOuting(
  work: Work<'network'>,
  stop: Outing & { id: number; centre: number },
): Promise<void> {
  await work.tx
    .updateTable('network.stops')
    .set({
      vehicle_id: stop.vehicleId,
      offers: [...stop.offers],
      how_to_find: JSON.stringify(stop.howToFind),
    })
    .where('id', '=', stop.id)
    .execute()
  await work.tx.deleteFrom('network.stop_hosts').where('stop_id', '=', stop.id).execute()
  await work.tx.deleteFrom('network.stop_kits').where('stop_id', '=', stop.id).execute()
  await insertHeld(work, stop)
}

/** Cancels a stop; its revision grows, so that people are told. What it held is free again. */
export async function writeStopCancelled(work: Work<'network'>, id: number): Promise<number> {
  const row = await work.tx
    .updateTable('network.stops')
    .set((q) => ({ status: 'cancelled', revision: q('revision', '+', 1) }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}
