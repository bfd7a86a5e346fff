import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Entry, StopEntry } from '../domain/calendar.ts'

type Schemas = 'programme' | 'network' | 'access'

export interface CalendarWish {
  centre: number
  from: Temporal.Instant
  to: Temporal.Instant
  place: number | null
  host: number | null
  theme: string | null
}

type Row = Omit<Entry, 'course' | 'place' | 'space' | 'hosts'> & {
  courseIndex: number | null
  courseLength: number | null
  placeId: number
  placeName: string
  placeHasSpaces: boolean
  spaceId: number | null
  spaceName: string | null
  hosts: Entry['hosts'] | null
}

/** Every session of a centre in a window, drafts and cancelled ones included, in order. Day and hours are the place's. */
export async function readEntries(work: Work<Schemas>, wish: CalendarWish, lang: Language): Promise<Entry[]> {
  const { rows } = await sql<Row>`
    select s.id, to_char(s.starts_at at time zone p.time_zone, 'YYYY-MM-DD') as day,
      to_char(s.starts_at at time zone p.time_zone, 'HH24:MI') as "from",
      to_char(s.ends_at at time zone p.time_zone, 'HH24:MI') as "to", s.starts_at as "startsAt",
      coalesce(a.texts #>> array[${lang}::text, 'title'], a.texts #>> '{fr,title}') as title, a.theme, s.status, s.capacity,
      s.seats_taken as "seatsTaken", s.hosts_needed as "hostsNeeded", s.course_index as "courseIndex",
      s.course_length as "courseLength", s.series_id is not null as "inSeries", p.id as "placeId", p.name as "placeName",
      exists (select from network.spaces where place_id = p.id) as "placeHasSpaces",
      space.id as "spaceId", space.name as "spaceName",
      (select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
        from programme.session_hosts h join access.welcoming_names m on m.id = h.member_id where h.session_id = s.id) as hosts
    from programme.sessions s
    join programme.activities a on a.id = s.activity_id
    join network.places p on p.id = s.place_id
    left join network.spaces space on space.id = s.space_id
    where s.centre_id = ${wish.centre} and s.starts_at >= ${wish.from} and s.starts_at < ${wish.to}
      and (${wish.place}::int is null or s.place_id = ${wish.place})
      and (${wish.theme}::text is null or a.theme = ${wish.theme})
      and (${wish.host}::int is null or exists (
        select from programme.session_hosts where session_id = s.id and member_id = ${wish.host}))
    order by s.starts_at, s.id`.execute(work.tx)
  return rows.map(
    ({
      courseIndex,
      courseLength,
      placeId,
      placeName,
      placeHasSpaces,
      spaceId,
      spaceName,
      hosts,
      ...row
    }) => ({
      ...row,
      course: courseIndex && courseLength ? { index: courseIndex, length: courseLength } : null,
      place: { id: placeId, name: placeName, hasSpaces: placeHasSpaces },
      space: spaceId && spaceName ? { id: spaceId, name: spaceName } : null,
      hosts: hosts ?? [],
    }),
  )
}

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
