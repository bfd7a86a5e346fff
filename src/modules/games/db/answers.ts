import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Answer, Verdict } from '../domain/answer.ts'
import type { Group } from '../domain/tally.ts'

/** An answer on its way to its row. */
export interface GivenAnswer {
  game: number
  position: number
  /** What the phone shows; null for a card, which the team holds. */
  tokenHash: Buffer | null
  /** The seat, when the team says it. */
  seat: number | null
  answer: Answer
  verdict: Verdict
  /** Orders the answers of one phone; null for what comes in its order by itself, which is never too old. */
  nonce: number | null
}

/** What became of an answer: written; come after the close, or for another question; older than what is written; or from a phone that lost its seat. */
export type Stored = 'accepted' | 'closed' | 'stale' | 'seat-unknown'

/**
 * Writes answers of one centre in one statement, in their order. The rows of their games are held until the end, so that a
 * question closes after the answers under way and takes none after. A seat is found by what its phone shows now, and is held
 * too: whoever lost it, or is removed meanwhile, writes nothing and spoils nobody’s answer. At most one answer of a seat and
 * question at a time.
 */
export async function writeAnswers(work: Work<'games'>, given: readonly GivenAnswer[]): Promise<Stored[]> {
  const { rows } = await sql<{ at: number; stored: Stored }>`
    with given as (
      select * from unnest(
        ${given.map(({ game }) => game)}::int[], ${given.map(({ position }) => position)}::int[],
        ${given.map(({ tokenHash }) => tokenHash)}::bytea[], ${given.map(({ seat }) => seat)}::int[],
        ${given.map(({ answer }) => JSON.stringify(answer))}::jsonb[],
        ${given.map(({ verdict }) => verdict)}::text[], ${given.map(({ nonce }) => nonce)}::bigint[]
      ) with ordinality g (game_id, position, token_hash, seat_id, answer, verdict, nonce, at)),
    open as (
      select id, centre_id, position from games.games
      where id in (select game_id from given) and phase = 'asking' and not paused
        and (closes_at is null or closes_at > ${work.now})
      for share),
    seated as (
      select given.*, s.id as seat, s.way from given join games.seats s on s.game_id = given.game_id
        and (s.token_hash = given.token_hash or s.id = given.seat_id)
      for key share of s),
    written as (
      insert into games.answers (game_id, centre_id, position, seat_id, way, answer, verdict, nonce, answered_at)
      select seated.game_id, open.centre_id, seated.position, seat, way, answer, verdict, coalesce(nonce, 0), ${work.now}
      from seated join open on open.id = seated.game_id and open.position = seated.position
      on conflict (game_id, position, seat_id) where seat_id is not null do update
        set answer = excluded.answer, verdict = excluded.verdict, way = excluded.way,
          nonce = greatest(games.answers.nonce, excluded.nonce), answered_at = excluded.answered_at
        where excluded.nonce = 0 or games.answers.nonce <= excluded.nonce
      returning game_id, position, seat_id)
    select given.at::int as at, case
      when seated.seat is null then 'seat-unknown'
      when written.seat_id is not null then 'accepted'
      when open.id is null then 'closed'
      else 'stale' end as stored
    from given
      left join seated on seated.at = given.at
      left join open on open.id = given.game_id and open.position = given.position
      left join written on written.game_id = given.game_id and written.position = given.position and written.seat_id = seated.seat
    order by given.at`.execute(work.tx)
  return rows.map(({ stored }) => stored)
}

/** Whether a game takes answers to this question now; it goes on doing so until the transaction ends. */
export async function holdOpen(work: Work<'games'>, game: number, position: number): Promise<boolean> {
  const { rows } = await sql`
    select from games.games where id = ${game} and position = ${position} and phase = 'asking' and not paused
      and (closes_at is null or closes_at > ${work.now}) for share`.execute(work.tx)
  return rows.length > 0
}

/** Replaces the hands counted for a question. */
export async function replaceHands(
  work: Work<'games'>,
  { game, centre, position }: { game: number; centre: number; position: number },
  hands: readonly { answer: Answer; verdict: Verdict; people: number }[],
): Promise<void> {
  await sql`delete from games.answers where game_id = ${game} and position = ${position} and way = 'hands'`.execute(
    work.tx,
  )
  for (const { answer, verdict, people } of hands)
    await sql`insert into games.answers (game_id, centre_id, position, way, answer, verdict, people, answered_at)
      values (${game}, ${centre}, ${position}, 'hands', ${JSON.stringify(answer)}, ${verdict}, ${people}, ${work.now})`.execute(
      work.tx,
    )
}

/** Answers to a question, those alike together. */
export async function readGroups(work: Work<'games'>, game: number, position: number): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select answer, verdict, sum(people)::int as people from games.answers
    where game_id = ${game} and position = ${position} group by answer, verdict`.execute(work.tx)
  return rows
}

/** Who found most, up to three: teams by their share of right answers, people by their number. */
export async function readPodium(
  work: Work<'games'>,
  game: number,
  teams: boolean,
): Promise<{ name: string; right: number }[]> {
  const { rows } = teams
    ? await sql<{ name: string; right: number }>`
        select s.team::text as name, count(*)::int as right from games.answers a
          join games.seats s on s.game_id = a.game_id and s.id = a.seat_id
        where a.game_id = ${game} and a.verdict = 'right' and s.team is not null
        group by s.team order by count(*)::float8 / (select count(*) from games.seats t where t.game_id = ${game} and t.team = s.team) desc, s.team limit 3`.execute(
        work.tx,
      )
    : await sql<{ name: string; right: number }>`
        select s.name, count(*)::int as right from games.answers a join games.seats s on s.game_id = a.game_id and s.id = a.seat_id
        where a.game_id = ${game} and a.verdict = 'right' group by s.id, s.name order by count(*) desc, s.id limit 3`.execute(
        work.tx,
      )
  return rows
}

/** What is kept of a game that ends: how the room answered each question it was asked. */
export async function writeFigures(
  work: Work<'games'>,
  game: number,
  day: Temporal.PlainDate,
): Promise<void> {
  await sql`
    insert into games.figures (game_id, centre_id, position, session_id, pack, item, again_of, on_day, people, "right", partly, wrong)
    select g.id, g.centre_id, q.position, g.session_id, q.pack, q.item ->> 'id', q.again_of, ${day.toString()}::date,
      coalesce(sum(a.people), 0), coalesce(sum(a.people) filter (where a.verdict = 'right'), 0),
      coalesce(sum(a.people) filter (where a.verdict = 'partly'), 0),
      coalesce(sum(a.people) filter (where a.verdict = 'wrong'), 0)
    from games.games g join games.questions q on q.game_id = g.id and q.position <= g.position
      left join games.answers a on a.game_id = q.game_id and a.position = q.position
    where g.id = ${game} group by g.id, q.position, q.game_id
    on conflict do nothing`.execute(work.tx)
}

/** Kept figures of a game, by question. */
export async function readFigures(work: Work<'games'>, game: number) {
  const { rows } = await sql<{
    position: number
    againOf: number | null
    people: number
    right: number
    partly: number
    wrong: number
  }>`select position, again_of as "againOf", people, "right", partly, wrong from games.figures
     where game_id = ${game} order by position`.execute(work.tx)
  return rows
}
