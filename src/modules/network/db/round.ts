import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Leg } from '../domain/round.ts'

/** A round as it is kept, with how far its stops go. */
export interface Round {
  id: number
  name: string
  rule: string
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate | null
  legs: { name: string; from: string; to: string }[]
  vehicle: string | null
  /** Stops still to come. */
  ahead: number
  next: { id: number; start: Temporal.ZonedDateTime } | null
}

/** The rounds of a centre, those with stops to come first. */
export async function readRounds(work: Work<'network'>, centre: number): Promise<Round[]> {
  const { rows } = await sql<
    Omit<Round, 'next' | 'startsOn' | 'endsOn'> & {
      startsOn: string
      endsOn: string | null
      nextId: number | null
      nextAt: Temporal.Instant | null
      zone: string
    }
  >`select r.id, r.name, r.rule, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn", v.name as vehicle,
      (select coalesce(json_agg(json_build_object('name', p.name, 'from', leg ->> 'from', 'to', leg ->> 'to') order by rank), '[]')
        from jsonb_array_elements(r.legs) with ordinality as legs (leg, rank) join network.places p on p.id = (leg ->> 'place')::int) as legs,
      ahead.count as ahead, ahead.id as "nextId", ahead.at as "nextAt", c.time_zone as zone
    from network.rounds r join network.centres c on c.id = r.centre_id
    left join network.kits v on v.id = r.vehicle_id
    cross join lateral (
      select count(*)::int as count, min(s.starts_at) as at, (array_agg(s.id order by s.starts_at))[1] as id
      from network.stops s where s.round_id = r.id and s.status = 'planned' and s.ends_at > ${work.now}) ahead
    where r.centre_id = ${centre}
    order by ahead.at nulls last, r.id`.execute(work.tx)
  return rows.map(({ startsOn, endsOn, nextId, nextAt, zone, ...round }) => ({
    ...round,
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: endsOn === null ? null : Temporal.PlainDate.from(endsOn),
    next: nextId !== null && nextAt ? { id: nextId, start: nextAt.toZonedDateTimeISO(zone) } : null,
  }))
}

/** Writes a round; its stops are written apart. */
export async function insertRound(
  work: Work<'network'>,
  round: {
    centre: number
    name: string
    rule: string
    startsOn: Temporal.PlainDate
    endsOn: Temporal.PlainDate
    legs: readonly Leg[]
    skips: readonly string[]
    vehicleId: number | null
  },
): Promise<number> {
  const row = await work.tx
    .insertInto('network.rounds')
    .values({
      centre_id: round.centre,
      name: round.name,
      rule: round.rule,
      starts_on: round.startsOn,
      ends_on: round.endsOn,
      legs: JSON.stringify(
        round.legs.map(({ place, from, to }) => ({
          place,
          from: from.toString({ smallestUnit: 'minute' }),
          to: to.toString({ smallestUnit: 'minute' }),
        })),
      ),
      skips: [...round.skips],
      vehicle_id: round.vehicleId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** What a round needs to know of its places, and the minutes to allow between them. */
export async function readLegPlaces(work: Work<'network'>, centre: number, places: readonly number[]) {
  const rows = await work.tx
    .selectFrom('network.places')
    .select([
      'id',
      'name',
      'city',
      'insee_code as inseeCode',
      'postal_code as postalCode',
      'time_zone as timeZone',
      'latitude',
      'longitude',
    ])
    .where('centre_id', '=', centre)
    .where('kind', '<>', 'listed')
    .where('id', 'in', [0, ...places])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
