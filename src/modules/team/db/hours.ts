import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A period of days, the first and the last included. */
export interface Period {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** Hours one session asked of one member. */
export interface SessionHours {
  session: number
  day: Temporal.PlainDate
  minutes: number
  organisation: string | null
}

/** Writes hours given; those already written keep the organisation of their day. */
export async function recordHours(
  work: Work<'team'>,
  centre: number,
  given: readonly {
    session: number
    member: number
    organisation: number | null
    day: string
    minutes: number
  }[],
): Promise<void> {
  if (given.length === 0) return
  await work.tx
    .insertInto('team.hours')
    .values(
      given.map((row) => ({
        session_id: row.session,
        member_id: row.member,
        centre_id: centre,
        organisation_id: row.organisation,
        on_day: Temporal.PlainDate.from(row.day),
        minutes: row.minutes,
        recorded_at: work.now,
      })),
    )
    .onConflict((q) =>
      q
        .columns(['session_id', 'member_id'])
        .doUpdateSet({ minutes: sql`excluded.minutes`, on_day: sql`excluded.on_day` }),
    )
    .execute()
}

/** Every session of a member in a period, in order, and what each asked of her. */
export async function readHours(
  work: Work<'team' | 'network'>,
  member: number,
  { from, until }: Period,
): Promise<SessionHours[]> {
  const { rows } = await sql<Omit<SessionHours, 'day'> & { day: string }>`
    select h.session_id as session, to_char(h.on_day, 'YYYY-MM-DD') as day, h.minutes, o.name as organisation
    from team.hours h left join network.organisations o on o.id = h.organisation_id
    where h.member_id = ${member} and h.on_day between ${from.toString()}::date and ${until.toString()}::date
    order by h.on_day, h.session_id`.execute(work.tx)
  return rows.map((row) => ({ ...row, day: Temporal.PlainDate.from(row.day) }))
}

/** Hours of somebody, for one organisation, in a period. */
export interface GivenBy {
  member: number
  name: string
  organisation: string | null
  sessions: number
  minutes: number
}

/** What each member of a centre gave in a period, by organisation then by name: no order of merit. */
export async function readGivenBy(
  work: Work<'team' | 'network' | 'access'>,
  centre: number,
  { from, until }: Period,
): Promise<GivenBy[]> {
  const { rows } = await sql<GivenBy>`
    select m.id as member, m.name, o.name as organisation, count(*)::int as sessions, sum(h.minutes)::int as minutes
    from team.hours h join access.members m on m.id = h.member_id
    left join network.organisations o on o.id = h.organisation_id
    where h.centre_id = ${centre} and h.on_day between ${from.toString()}::date and ${until.toString()}::date
    group by m.id, m.name, o.name order by o.name nulls first, m.name, m.id`.execute(work.tx)
  return rows
}

/** What a centre was given in a period, whole months: a number, no person. */
export interface CentreHours {
  centre: string
  minutes: number
  /** How many times somebody hosted. */
  turns: number
}

/** Hours given to each centre of the network, by name. */
export async function readCentreHours(
  work: Work<'team' | 'network'>,
  { from, until }: Period,
): Promise<CentreHours[]> {
  const { rows } = await sql<CentreHours>`
    select c.name as centre, coalesce(sum(f.minutes), 0)::int as minutes, coalesce(sum(f.turns), 0)::int as turns
    from network.centres c left join team.hours_figures f on f.centre_id = c.id
      and f.month between date_trunc('month', ${from.toString()}::date) and ${until.toString()}::date
    group by c.id, c.name order by c.name`.execute(work.tx)
  return rows
}
