import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

/** The organisation of a partner and her centre. */
export interface PartnerHome {
  organisation: { id: number; name: string; mayRegister: boolean; active: boolean }
  centre: { name: string; timeZone: string; postalCode: string }
}

/** Where a partner belongs; null for anybody else. */
export async function readPartnerHome(work: Work<Schemas>): Promise<PartnerHome | null> {
  const { rows } = await sql<PartnerHome>`
    select json_build_object('id', o.id, 'name', o.name, 'mayRegister', o.may_register, 'active', o.active) as organisation,
      json_build_object('name', c.name, 'timeZone', c.time_zone, 'postalCode',
        coalesce((select postal_code from network.places where centre_id = c.id and kind = 'site' limit 1), '')) as centre
    from network.organisations o join network.centres c on c.id = o.centre_id
    where o.id = planning.own_organisation()`.execute(work.tx)
  return rows[0] ?? null
}

/** A session held with an organisation, in numbers. */
export interface PartnerSession {
  session: number
  start: Temporal.ZonedDateTime
  title: string
  place: string
  status: string
  joined: number
  /** Null while nobody has counted. */
  came: number | null
  minutes: number
}

/** What came of an organisation’s proposals and what its members hosted, the newest first. */
export async function readPartnerSessions(
  work: Work<Schemas>,
  lang: Language,
  since: Temporal.Instant,
): Promise<PartnerSession[]> {
  const { rows } = await sql<{
    session: number
    starts_at: Temporal.Instant
    time_zone: string
    titles: Record<string, string | null>
    place: string
    status: string
    joined: number
    came: number | null
    minutes: number
  }>`select * from planning.partner_sessions(${since})`.execute(work.tx)
  return rows.map(({ starts_at, time_zone, titles, ...row }) => ({
    ...row,
    start: starts_at.toZonedDateTimeISO(time_zone),
    title: titles[lang] ?? titles.fr ?? '',
  }))
}

/** Minutes the members of the actor’s organisation gave since a moment. */
export async function readPartnerMinutes(work: Work<Schemas>, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ minutes: number }>`
    select planning.partner_minutes(${since}::timestamptz::date) as minutes`.execute(work.tx)
  return rows[0]?.minutes ?? 0
}

/** What a partner chooses among: activities of the catalogue, places of the centre. */
export async function readProposalChoices(work: Work<Schemas>, centre: number, lang: Language) {
  const title = sql<string>`coalesce(texts #>> array[${lang}::text, 'title'], texts #>> '{fr,title}')`
  const activities = await work.tx
    .selectFrom('programme.activities')
    .select(['id', title.as('title')])
    .where('status', '=', 'ready')
    .where((q) => q.or([q('centre_id', 'is', null), q('centre_id', '=', centre)]))
    .orderBy(title)
    .execute()
  const places = await work.tx
    .selectFrom('network.places')
    .select(['id', 'name', 'city'])
    .where('centre_id', '=', centre)
    .where('kind', '<>', 'listed')
    .orderBy('name')
    .execute()
  return { activities, places }
}
