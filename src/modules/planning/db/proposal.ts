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
