import type { RawBuilder } from 'kysely'
import { plannedAnew, sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Entry, StopEntry } from '../domain/calendar.ts'
import { openClocks } from '../domain/wall-clock.ts'

type Schemas = 'programme' | 'network' | 'access'

export interface CalendarWish {
  centre: number
  from: Temporal.Instant
  to: Temporal.Instant
  place: number | null
  host: number | null
  theme: string | null
}

/**
 * Every session of a centre in a window, drafts and cancelled ones included, in order. Day and hours are the place's.
 * Names are read once each and not once a session: a month may hold thousands.
 */
export async function readEntries(work: Work<Schemas>, wish: CalendarWish, names: Names): Promise<Entry[]> {
  const named = <T extends { id: number }>(list: readonly T[]) => new Map(list.map((row) => [row.id, row]))
  const [activities, places, spaces, members] = [
    named(names.activities),
    named(names.places),
    named(names.spaces),
    named(names.members),
  ]
  const sessions = await readLean(work, wish)
  const hostsOf = await readHosts(work, wish, members)
  const read = openClocks()
  return sessions.map((row) => {
    const activity = activities.get(row.activity_id)
    const place = places.get(row.place_id)
    const zone = place?.timeZone ?? names.timeZone
    const { day, hour: from } = read(zone, row.starts)
    return {
      id: row.id,
      day,
      from,
      to: read(zone, row.ends).hour,
      startsAt: row.starts,
      title: activity?.title ?? '',
      theme: activity?.theme ?? '',
      status: row.status,
      capacity: row.capacity,
      seatsTaken: row.seats_taken,
      hostsNeeded: row.hosts_needed,
      course: row.course_index === null ? null : { index: row.course_index, length: row.course_length ?? 1 },
      place: place ?? { id: row.place_id, name: '', hasSpaces: false },
      space: row.space_id === null ? null : { id: row.space_id, name: spaces.get(row.space_id)?.name ?? '' },
      hosts: hostsOf.get(row.id) ?? [],
    }
  })
}

/** A condition when something is wished, nothing otherwise: the plan of the plain query stays plain. */
const only = <T>(wished: T | null, condition: (wished: T) => RawBuilder<unknown>) =>
  wished === null ? sql`` : condition(wished)

async function readLean(work: Work<Schemas>, wish: CalendarWish) {
  const { rows } = await sql<{
    id: number
    starts: number
    ends: number
    activity_id: number
    place_id: number
    space_id: number | null
    status: string
    capacity: number
    seats_taken: number
    hosts_needed: number
    course_index: number | null
    course_length: number | null
  }>`${plannedAnew}
    select s.id, date_part('epoch', s.starts_at) as starts, date_part('epoch', s.ends_at) as ends,
      s.activity_id, s.place_id, s.space_id, s.status,
      coalesce(lead.capacity, s.capacity) as capacity, coalesce(lead.seats_taken, s.seats_taken) as seats_taken, s.hosts_needed, s.course_index, s.course_length
    from programme.sessions s
    left join programme.sessions lead on lead.id = s.lead_id
    where s.centre_id = ${wish.centre} and s.starts_at >= ${wish.from} and s.starts_at < ${wish.to}
      ${only(wish.place, (place) => sql`and s.place_id = ${place}`)}
      ${only(wish.theme, (theme) => sql`and s.activity_id in (select id from programme.activities where theme = ${theme})`)}
      ${only(
        wish.host,
        (host) => sql`and exists (
        select from programme.session_hosts where session_id = s.id and member_id = ${host})`,
      )}
    order by s.starts_at, s.id`.execute(work.tx)
  return rows
}

/** Who hosts each session, in the order of members. One row a host and not one a session: there are fewer. */
async function readHosts(
  work: Work<Schemas>,
  wish: CalendarWish,
  members: ReadonlyMap<number, { name: string }>,
) {
  const { rows } = await sql<{ member_id: number; sessions: string }>`${plannedAnew}
    select h.member_id, string_agg(h.session_id::text, ' ') as sessions
    from programme.session_hosts h join programme.sessions s on s.id = h.session_id
    where s.centre_id = ${wish.centre} and s.starts_at >= ${wish.from} and s.starts_at < ${wish.to}
    group by h.member_id order by h.member_id`.execute(work.tx)
  const hostsOf = new Map<number, Entry['hosts']>()
  for (const { member_id, sessions } of rows) {
    const host = { id: member_id, name: members.get(member_id)?.name ?? '' }
    for (const session of sessions.split(' ').map(Number)) {
      const known = hostsOf.get(session)
      if (known) known.push(host)
      else hostsOf.set(session, [host])
    }
  }
  return hostsOf
}

/** What a centre's calendar names, each once: read in one trip. */
export async function readNames(work: Work<Schemas>, centre: number, lang: Language) {
  const { rows } = await sql<{
    timeZone: string
    activities: { id: number; theme: string; title: string }[]
    places: { id: number; name: string; timeZone: string; hasSpaces: boolean }[]
    spaces: { id: number; name: string }[]
    members: { id: number; name: string }[]
  }>`
    select (select time_zone from network.centres where id = ${centre}) as "timeZone",
      (select json_agg(json_build_object('id', id, 'theme', theme,
        'title', coalesce(texts #>> array[${lang}::text, 'title'], texts #>> '{fr,title}'))) from programme.activities) as activities,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'timeZone', time_zone,
        'hasSpaces', exists (select from network.spaces where place_id = place.id)) order by name), '[]')
        from network.places place where centre_id = ${centre} and kind <> 'listed') as places,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name)), '[]')
        from network.spaces where centre_id = ${centre}) as spaces,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name), '[]')
        from access.welcoming_names where centre_id = ${centre}) as members`.execute(work.tx)
  return rows[0] as (typeof rows)[number]
}
export type Names = Awaited<ReturnType<typeof readNames>>

/** The planned stops of a centre's nomadic teams in a window, in order. */
export async function readStopEntries(
  work: Work<'network'>,
  wish: { centre: number; from: Temporal.Instant; to: Temporal.Instant },
): Promise<StopEntry[]> {
  const { rows } = await sql<Omit<StopEntry, 'place'> & { placeId: number; placeName: string }>`
    select stop.id, to_char(stop.starts_at at time zone p.time_zone, 'YYYY-MM-DD') as day,
      to_char(stop.starts_at at time zone p.time_zone, 'HH24:MI') as "from",
      to_char(stop.ends_at at time zone p.time_zone, 'HH24:MI') as "to", p.id as "placeId", p.name as "placeName"
    from network.stops stop join network.places p on p.id = stop.place_id
    where stop.centre_id = ${wish.centre} and stop.starts_at >= ${wish.from} and stop.starts_at < ${wish.to}
      and stop.status = 'planned'
    order by stop.starts_at, stop.id`.execute(work.tx)
  return rows.map(({ placeId, placeName, ...row }) => ({ ...row, place: { id: placeId, name: placeName } }))
}

/** What a coordinator chooses among: activities, places with their rooms, members, kits of her centre. */
export async function readChoices(work: Work<Schemas>, centre: number, lang: Language) {
  const title = sql<string>`coalesce(texts #>> array[${lang}::text, 'title'], texts #>> '{fr,title}')`
  const activities = await work.tx
    .selectFrom('programme.activities')
    .select(['id', 'theme', 'format', 'minutes', 'capacity', 'hosts', title.as('title')])
    .where('status', '=', 'ready')
    .where((q) => q.or([q('centre_id', 'is', null), q('centre_id', '=', centre)]))
    .orderBy('theme')
    .orderBy(title)
    .execute()
  const places = await work.tx
    .selectFrom('network.places')
    .select(['id', 'name', 'city', 'kind', 'time_zone as timeZone'])
    .where('centre_id', '=', centre)
    .where('kind', '<>', 'listed')
    .orderBy(sql`kind <> 'site'`)
    .orderBy('name')
    .execute()
  const spaces = await work.tx
    .selectFrom('network.spaces')
    .select(['id', 'name', 'capacity', 'place_id as placeId'])
    .where('centre_id', '=', centre)
    .orderBy('name')
    .execute()
  const members = await work.tx
    .selectFrom('access.members')
    .select(['id', 'name', 'languages'])
    .where('centre_id', '=', centre)
    .where('active', '=', true)
    .where('role', 'in', ['facilitator', 'coordinator'])
    .orderBy('name')
    .execute()
  const kits = await work.tx
    .selectFrom('network.kits')
    .select(['id', 'name', 'kind', 'pieces'])
    .where('centre_id', '=', centre)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  const zone = await work.tx
    .selectFrom('network.centres')
    .select('time_zone')
    .where('id', '=', centre)
    .executeTakeFirstOrThrow()
  return { activities, places, spaces, members, kits, timeZone: zone.time_zone }
}
export type Choices = Awaited<ReturnType<typeof readChoices>>
