import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Occupation, Resource } from '../domain/clash.ts'

/** What holds these resources around a time: four hours before and after are looked at, for the sake of travel. */
export async function readOccupations(
  work: Work<'programme' | 'network' | 'access'>,
  resources: readonly Resource[],
  window: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<Occupation[]> {
  if (resources.length === 0) return []
  const idsOf = (kind: Resource['kind']) => resources.filter((r) => r.kind === kind).map(({ id }) => id)
  const from = window.from.subtract({ hours: 4 })
  const to = window.to.add({ hours: 4 })
  const { rows } = await sql<{
    kind: Resource['kind']
    id: number
    name: string
    by_kind: Occupation['by']['kind']
    by_id: number
    titles: Occupation['by']['titles']
    outing: string
    place_id: number
    place_name: string
    starts_at: Temporal.Instant
    ends_at: Temporal.Instant
  }>`
    select case o.resource when 'machine' then 'space' else o.resource end as kind,
      case o.resource when 'machine' then o.in_space_id else o.resource_id end as id,
      coalesce(space.name, host.name, kit.name, '') as name,
      o.by_kind, o.by_id, o.outing,
      case when activity.id is null then jsonb_build_object('fr', coalesce(o.label, place.name)) else jsonb_strip_nulls(jsonb_build_object(
        'fr', activity.texts #>> '{fr,title}', 'en', activity.texts #>> '{en,title}', 'ar', activity.texts #>> '{ar,title}'))
        end as titles,
      place.id as place_id, place.name as place_name, lower(o.during) as starts_at, upper(o.during) as ends_at
    from network.occupations o
    join network.places place on place.id = o.place_id
    left join network.spaces space on (o.resource = 'space' and space.id = o.resource_id)
      or (o.resource = 'machine' and space.id = o.in_space_id)
    left join access.welcoming_names host on o.resource = 'host' and host.id = o.resource_id
    left join network.kits kit on o.resource = 'kit' and kit.id = o.resource_id
    left join programme.sessions session on o.by_kind = 'session' and session.id = o.by_id
    left join programme.activities activity on activity.id = session.activity_id
    where o.during && tstzrange(${from}, ${to})
      and ((o.resource = 'space' and o.resource_id = any(${idsOf('space')}))
        -- A machine that is booked holds the room it stands in: a session there would take it.
        or (o.resource = 'machine' and o.by_kind = 'booking' and o.in_space_id = any(${idsOf('space')}))
        or (o.resource = 'host' and o.resource_id = any(${idsOf('host')}))
        or (o.resource = 'kit' and o.resource_id = any(${idsOf('kit')})))
    order by o.during`.execute(work.tx)
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    name: row.name,
    by: { kind: row.by_kind, id: row.by_id, titles: row.titles },
    outing: Number(row.outing),
    place: { id: row.place_id, name: row.place_name },
    from: row.starts_at,
    to: row.ends_at,
  }))
}

/** Minutes to allow between these places, two by two, by the database's own rule. */
export async function readTravel(
  work: Work<'network'>,
  places: readonly number[],
): Promise<(a: number, b: number) => number> {
  const { rows } = await sql<{ a: number; b: number; minutes: number }>`
    select a.id as a, b.id as b, network.travel_minutes(a.id, b.id) as minutes
    from network.places a, network.places b where a.id = any(${[...places]}) and b.id = any(${[...places]}) and a.id < b.id`.execute(
    work.tx,
  )
  const minutes = new Map(rows.map((row) => [`${row.a} ${row.b}`, row.minutes]))
  return (a, b) => (a === b ? 0 : (minutes.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 30))
}
