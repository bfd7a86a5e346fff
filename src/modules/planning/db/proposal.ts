import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { ProposalStatus } from '../domain/proposal.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

/** What a partner proposes, and where it stands. */
export interface Proposal {
  id: number
  centre: number
  organisation: { id: number; name: string }
  by: number
  kind: 'session' | 'stop'
  activity: { id: number; title: string } | null
  place: { id: number; name: string } | null
  elsewhere: string
  /** In the centre’s zone, the best first. */
  wishes: Temporal.ZonedDateTime[]
  note: string
  status: ProposalStatus
  answer: string | null
  rather: Temporal.ZonedDateTime | null
  session: number | null
  stop: number | null
  revision: number
}

/** Proposals the actor may see, or one of them; those without an answer first, then the newest. */
export async function readProposals(
  work: Work<Schemas>,
  lang: Language,
  id: number | null = null,
): Promise<Proposal[]> {
  const { rows } = await sql<
    Omit<Proposal, 'wishes' | 'rather'> & {
      wishes: string[]
      rather: Temporal.Instant | null
      zone: string
    }
  >`select r.id, r.centre_id as centre, json_build_object('id', o.id, 'name', o.name) as organisation, r.proposed_by as by, r.kind,
      case when a.id is null then null else json_build_object('id', a.id,
        'title', coalesce(a.texts #>> array[${lang}::text, 'title'], a.texts #>> '{fr,title}')) end as activity,
      case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as place,
      r.elsewhere, to_json(r.wishes) as wishes, r.note, r.status, r.answer, r.rather_at as rather, r.session_id as session,
      r.stop_id as stop, r.revision, c.time_zone as zone
    from planning.proposals r
    join network.organisations o on o.id = r.organisation_id
    join network.centres c on c.id = r.centre_id
    left join programme.activities a on a.id = r.activity_id
    left join network.places p on p.id = r.place_id
    ${id === null ? sql`` : sql`where r.id = ${id}`}
    order by r.status <> 'new', r.created_at desc, r.id desc limit 100`.execute(work.tx)
  return rows.map(({ wishes, rather, zone, ...proposal }) => ({
    ...proposal,
    wishes: wishes.map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone)),
    rather: rather?.toZonedDateTimeISO(zone) ?? null,
  }))
}

/** Locks a proposal until the transaction ends, so that two answers take turns; its status, null when there is none. */
export async function lockProposal(work: Work<Schemas>, id: number): Promise<ProposalStatus | null> {
  const row = await work.tx
    .selectFrom('planning.proposals')
    .select('status')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (row?.status as ProposalStatus | undefined) ?? null
}

/** Writes a proposal of the actor’s organisation. */
export async function insertProposal(
  work: Work<Schemas>,
  proposal: {
    centre: number
    organisation: number
    member: number
    kind: 'session' | 'stop'
    activity: number | null
    place: number | null
    elsewhere: string
    wishes: readonly Temporal.Instant[]
    note: string
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into planning.proposals (centre_id, organisation_id, proposed_by, kind, activity_id, place_id, elsewhere, wishes, note, created_at)
    values (${proposal.centre}, ${proposal.organisation}, ${proposal.member}, ${proposal.kind}, ${proposal.activity},
      ${proposal.place}, ${proposal.elsewhere}, ${proposal.wishes.map(String)}::timestamptz[], ${proposal.note}, ${work.now})
    returning id`.execute(work.tx)
  return rows[0]?.id ?? 0
}

/** Writes what became of a proposal; answers its new revision. */
export async function writeAnswer(
  work: Work<Schemas>,
  id: number,
  answer: {
    status: ProposalStatus
    sentence?: string | null
    ratherAt?: Temporal.Instant
    session?: number | null
    stop?: number | null
    wish?: Temporal.Instant
    by: number | null
  },
): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    update planning.proposals set status = ${answer.status}, answer = ${answer.sentence ?? null},
      rather_at = coalesce(${answer.ratherAt ?? null}::timestamptz, rather_at),
      wishes = case when ${answer.wish ?? null}::timestamptz is null then wishes else array[${answer.wish ?? null}::timestamptz] end,
      session_id = coalesce(${answer.session ?? null}::int, session_id), stop_id = coalesce(${answer.stop ?? null}::int, stop_id),
      answered_by = coalesce(${answer.by}::int, answered_by), answered_at = ${work.now}, revision = revision + 1
    where id = ${id} returning revision`.execute(work.tx)
  return rows[0]?.revision ?? 0
}

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

/** Whom to tell of the answer: who proposed it, while she is a partner; and the centre’s name. */
export async function readProposer(work: Work<Schemas>, proposal: number) {
  const row = await work.tx
    .selectFrom('planning.proposals as r')
    .innerJoin('access.members as m', 'm.id', 'r.proposed_by')
    .innerJoin('network.centres as c', 'c.id', 'r.centre_id')
    .select(['m.language', 'm.phone_sealed', 'm.email_sealed', 'c.name as centre'])
    .where('r.id', '=', proposal)
    .where('m.active', '=', true)
    .executeTakeFirst()
  return row ?? null
}

/** Forgets proposals made before a moment. */
export async function forgetProposals(work: Work<'planning'>, before: Temporal.Instant): Promise<void> {
  await work.tx.deleteFrom('planning.proposals').where('created_at', '<', before).execute()
}
