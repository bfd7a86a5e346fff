import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A mentor who guides a founder. */
export interface Match {
  id: number
  centre: number
  founder: number
  mentor: number
  round: number | null
  status: 'live' | 'stopped'
  beganAt: Temporal.Instant
  /** Both are told then. */
  tellAt: Temporal.Instant
  endedAt: Temporal.Instant | null
}

export interface NewMatch {
  centre: number
  founder: number
  mentor: number
  round: number | null
  member: number
  tellAt: Temporal.Instant
}

/**
 * Begins a match: it takes a place of the mentor, in the same statement, and the database lets none be taken twice.
 * Throws a unique violation when the founder has a mentor already.
 */
export async function insertMatch(work: Work<'mentoring'>, match: NewMatch): Promise<number> {
  const { id } = await work.tx
    .insertInto('mentoring.matches')
    .values({
      centre_id: match.centre,
      founder_id: match.founder,
      mentor_id: match.mentor,
      round_id: match.round,
      member_id: match.member,
      began_at: work.now,
      tell_at: match.tellAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

const matches = (work: Work<'mentoring'>) =>
  work.tx
    .selectFrom('mentoring.matches')
    .select([
      'id',
      'centre_id as centre',
      'founder_id as founder',
      'mentor_id as mentor',
      'round_id as round',
      'status',
      'began_at as beganAt',
      'tell_at as tellAt',
      'ended_at as endedAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof matches>['executeTakeFirstOrThrow']>>
const matchOf = (row: Row): Match => ({
  ...row,
  id: Number(row.id),
  founder: Number(row.founder),
  mentor: Number(row.mentor),
  round: row.round === null ? null : Number(row.round),
  status: row.status as Match['status'],
})

export async function readMatch(work: Work<'mentoring'>, id: number): Promise<Match | null> {
  const row = await matches(work).where('id', '=', id).executeTakeFirst()
  return row ? matchOf(row) : null
}

/** Matches that go on in the centre, the oldest first. */
export async function readLiveMatches(work: Work<'mentoring'>): Promise<Match[]> {
  const rows = await matches(work).where('status', '=', 'live').orderBy('began_at').orderBy('id').execute()
  return rows.map(matchOf)
}

/** Ends a match, whoever asks; the place is free again. False when it had ended. */
export async function endMatch(work: Work<'mentoring'>, id: number): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('mentoring.matches')
    .set({ status: 'stopped', ended_at: work.now })
    .where('id', '=', id)
    .where('status', '=', 'live')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Takes back the matches of a matching nobody was told of yet. Tells how many there were. */
export async function deleteUntold(work: Work<'mentoring'>, round: number): Promise<number> {
  const { numDeletedRows } = await work.tx
    .deleteFrom('mentoring.matches')
    .where('round_id', '=', round)
    .where('tell_at', '>', work.now)
    .where('status', '=', 'live')
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** How many matches of a matching were told, or have ended. */
export async function countTold(work: Work<'mentoring'>, round: number): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    select count(*)::int as told from mentoring.matches
    where round_id = ${round} and (tell_at <= ${work.now} or status = 'stopped')`.execute(work.tx)
  return rows[0]?.told ?? 0
}

/** Live matches of the centre where nothing happened since a moment and nobody asked since. */
export async function readSilent(work: Work<'mentoring'>, since: Temporal.Instant): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select m.id from mentoring.matches m
    where m.status = 'live' and m.tell_at < ${since} and (m.signalled_at is null or m.signalled_at < ${since})
      and not exists (select from mentoring.meetings g where g.match_id = m.id and g.status <> 'called-off' and g.starts_at >= ${since})
    order by m.id`.execute(work.tx)
  return rows.map(({ id }) => Number(id))
}

export async function writeSignalled(work: Work<'mentoring'>, id: number): Promise<void> {
  await work.tx
    .updateTable('mentoring.matches')
    .set({ signalled_at: work.now })
    .where('id', '=', id)
    .execute()
}
