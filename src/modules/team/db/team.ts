import { sql } from '#platform/database/index.ts'
import type { MemberRole, Work } from '#platform/work/index.ts'
import type { Kind } from '../domain/vocabulary.ts'
import type { Absence } from '../domain/week.ts'

type Schemas = 'team' | 'network' | 'access'

/** Somebody who may host: what she can show, where and when. Nothing said yet reads as nothing offered. */
export interface Profile {
  member: number
  name: string
  role: MemberRole
  kind: Kind
  organisation: { id: number; name: string } | null
  skills: string[]
  languages: string[]
  /** Half-days she usually has, see `weekCodes`. */
  weekly: string[]
  absences: Absence[]
  /** Place of the centre she sets out from. */
  nearPlace: number | null
  reachKm: number
  alsoPlaces: number[]
  /** Places of the centre she goes to, and how far each is from hers in kilometres, null when not known. */
  places: { id: number; km: number | null }[]
  callsPerMonth: number
}

type Row = Omit<Profile, 'organisation' | 'absences' | 'places'> & {
  organisationId: number | null
  organisationName: string | null
  absences: { from: string; until: string }[] | null
  places: { id: number; km: number | null }[] | null
}

/** The active members of a centre who host, by name; one of them when `member` is given, whatever her role. */
export async function readProfiles(
  work: Work<Schemas>,
  { centre, member = null }: { centre: number; member?: number | null },
): Promise<Profile[]> {
  const { rows } = await sql<Row>`
    select m.id as member, m.name, m.role,
      coalesce(p.kind, case when m.organisation_id is null then 'staff' else 'volunteer' end) as kind,
      o.id as "organisationId", o.name as "organisationName",
      coalesce(p.skills, '{}') as skills, coalesce(p.languages, m.languages) as languages,
      coalesce(p.weekly, '{}') as weekly, coalesce(p.near_place_id, site.id) as "nearPlace",
      coalesce(p.reach_km, 10) as "reachKm", coalesce(p.also_places, '{}') as "alsoPlaces",
      coalesce(p.calls_per_month, 4) as "callsPerMonth",
      (select json_agg(json_build_object('from', a.from_on, 'until', a.until_on) order by a.from_on)
        from team.absences a where a.member_id = m.id) as absences,
      (select json_agg(json_build_object('id', there.id, 'km', there.km) order by there.km, there.id) from (
        select place.id, network.kilometres(coalesce(p.near_place_id, site.id), place.id) as km
        from network.places place where place.centre_id = m.centre_id and place.kind <> 'listed') there
        where there.km <= coalesce(p.reach_km, 10) or there.id = coalesce(p.near_place_id, site.id)
          or there.id = any(p.also_places)) as places
    from access.members m
    left join team.profiles p on p.member_id = m.id
    left join network.organisations o on o.id = m.organisation_id
    left join lateral (select id from network.places where centre_id = m.centre_id and kind <> 'listed'
      order by kind <> 'site', id limit 1) site on true
    where m.centre_id = ${centre} and m.active
      and case when ${member}::int is null then m.role in ('facilitator', 'coordinator') else m.id = ${member} end
    order by m.name, m.id`.execute(work.tx)
  return rows.map(({ organisationId, organisationName, absences, places, ...row }) => ({
    ...row,
    organisation:
      organisationId !== null && organisationName !== null
        ? { id: organisationId, name: organisationName }
        : null,
    absences: (absences ?? []).map(({ from, until }) => ({
      from: Temporal.PlainDate.from(from),
      until: Temporal.PlainDate.from(until),
    })),
    places: places ?? [],
  }))
}

/** A centre's time zone. */
export async function readZone(work: Work<'network'>, centre: number): Promise<string> {
  const { time_zone } = await work.tx
    .selectFrom('network.centres')
    .select('time_zone')
    .where('id', '=', centre)
    .executeTakeFirstOrThrow()
  return time_zone
}

/** Minutes given by each member of a centre between two days, the first and the last included. */
export async function readMinutes(
  work: Work<'team'>,
  centre: number,
  { from, until }: Absence,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ member: number; minutes: number }>`
    select member_id as member, sum(minutes)::int as minutes from team.hours
    where centre_id = ${centre} and on_day between ${from.toString()}::date and ${until.toString()}::date
    group by member_id`.execute(work.tx)
  return new Map(rows.map(({ member, minutes }) => [member, minutes]))
}
