import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { HouseRules, Induction, Machine } from '../domain/vocabulary.ts'
import { usualRules } from '../domain/vocabulary.ts'

type Schemas = 'fablab' | 'network'

/** Which machines: of a centre, of a place, or one by its number. Retired ones only when asked for. */
export interface Which {
  centre?: number
  place?: number
  id?: number
  retiredToo?: boolean
}

interface Row {
  id: number
  centre_id: number
  place: { id: number; name: string; city: string; postalCode: string; timeZone: string }
  space: { id: number; name: string }
  name: string
  kind: Machine['kind']
  status: Machine['status']
  slot_minutes: number
  day_minutes: number
  week_minutes: number
  min_age: number
  supervision: Machine['supervision']
  goes_with_the_room: boolean
  texts: Machine['texts']
  inductions: Induction[]
  heard_in: { id: number; name: string }[]
  outages: { from: string; until: string | null; cause: Machine['outages'][number]['cause'] }[]
}

/** Machines with what they ask for and what is wrong with them, by place and name. Read by anybody. */
export async function readMachines(work: Work<Schemas>, which: Which = {}): Promise<Machine[]> {
  const { rows } = await sql<Row>`
    select m.id, m.centre_id, m.name, m.kind, m.status, m.slot_minutes, m.day_minutes, m.week_minutes, m.min_age,
      m.supervision, m.goes_with_the_room, m.texts,
      json_build_object('id', p.id, 'name', p.name, 'city', p.city, 'postalCode', p.postal_code, 'timeZone', p.time_zone) as place,
      json_build_object('id', s.id, 'name', s.name) as space,
      coalesce((select json_agg(json_build_object('id', i.id, 'slug', i.slug, 'validMonths', i.valid_months,
          'unusedMonths', i.unused_months, 'activities', i.activities, 'achievement', i.achievement, 'texts', i.texts) order by i.id)
        from fablab.machine_inductions mi join fablab.inductions i on i.id = mi.induction_id where mi.machine_id = m.id), '[]') as inductions,
      coalesce((select json_agg(json_build_object('id', h.id, 'name', h.name) order by h.id)
        from fablab.interlocks k join network.spaces h on h.id = k.space_id where k.machine_id = m.id), '[]') as heard_in,
      coalesce((select json_agg(json_build_object('from', o.from_at, 'until', o.until_at, 'cause', o.cause) order by o.from_at)
        from fablab.outages o where o.machine_id = m.id and (o.until_at is null or o.until_at > ${work.now})), '[]') as outages
    from fablab.machines m join network.places p on p.id = m.place_id join network.spaces s on s.id = m.space_id
    where (${which.id ?? null}::int is null or m.id = ${which.id ?? null}::int)
      and (${which.centre ?? null}::int is null or m.centre_id = ${which.centre ?? null}::int)
      and (${which.place ?? null}::int is null or m.place_id = ${which.place ?? null}::int)
      and (m.status = 'in-service' or ${which.retiredToo ?? false}::boolean)
    order by p.name, p.id, m.kind, m.name`.execute(work.tx)
  return rows.map(machineOf)
}

/** One machine, retired or not; null: no such machine. */
export async function readMachine(work: Work<Schemas>, id: number): Promise<Machine | null> {
  return (await readMachines(work, { id, retiredToo: true }))[0] ?? null
}

const machineOf = (row: Row): Machine => ({
  id: row.id,
  centre: row.centre_id,
  place: row.place,
  space: row.space,
  name: row.name,
  kind: row.kind,
  status: row.status,
  slotMinutes: row.slot_minutes,
  dayMinutes: row.day_minutes,
  weekMinutes: row.week_minutes,
  minAge: row.min_age,
  supervision: row.supervision,
  goesWithTheRoom: row.goes_with_the_room,
  texts: row.texts,
  inductions: row.inductions,
  heardIn: row.heard_in,
  outages: row.outages.map(({ from, until, cause }) => ({
    from: Temporal.Instant.from(from),
    until: until === null ? null : Temporal.Instant.from(until),
    cause,
  })),
})

/** The rules of a centre's lab. */
export async function readHouseRules(work: Work<'fablab'>, centre: number): Promise<HouseRules> {
  const row = await work.tx
    .selectFrom('fablab.house_rules')
    .select([
      'bookings_ahead as bookingsAhead',
      'days_ahead as daysAhead',
      'absences_allowed as absencesAllowed',
      'absence_days as absenceDays',
      'pause_days as pauseDays',
      'supervised_under as supervisedUnder',
    ])
    .where('centre_id', '=', centre)
    .executeTakeFirst()
  return row ?? usualRules
}

/** What may be taught: the network's inductions and those of a centre. */
export async function readInductions(work: Work<'fablab'>, centre: number): Promise<Induction[]> {
  return work.tx
    .selectFrom('fablab.inductions')
    .select([
      'id',
      'slug',
      'valid_months as validMonths',
      'unused_months as unusedMonths',
      'activities',
      'achievement',
      'texts',
    ])
    .where(({ eb, or }) => or([eb('centre_id', 'is', null), eb('centre_id', '=', centre)]))
    .orderBy('id')
    .$narrowType<{ texts: Induction['texts'] }>()
    .execute()
}
