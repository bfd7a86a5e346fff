import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Choices, Phase, Question } from '../domain/game.ts'
import type { Item, Text } from '../domain/pack.ts'

/** A game's row, with how many are seated and how many answered the question under way. */
export interface GameRow {
  id: number
  code: string
  centre: number
  timeZone: string
  session: number | null
  title: Text
  choices: Choices
  phase: Phase
  position: number
  total: number
  paused: boolean
  closesAt: Temporal.Instant | null
  version: number
  openedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  seated: number
  answered: number
}

const columns = sql`g.id, g.code, g.centre_id as centre, c.time_zone as "timeZone", g.session_id as session, g.title, g.choices,
  g.phase, g.position, g.total, g.paused, g.closes_at as "closesAt", g.version, g.opened_at as "openedAt",
  g.ended_at as "endedAt",
  (select count(*) from games.seats s where s.game_id = g.id)::int as seated,
  (select coalesce(sum(a.people), 0) from games.answers a where a.game_id = g.id and a.position = g.position)::int as answered`

/** A game; undefined when whoever asks may not see it. */
export async function readGame(work: Work<'games' | 'network'>, game: number): Promise<GameRow | undefined> {
  const { rows } = await sql<GameRow>`
    select ${columns} from games.games g join network.centres c on c.id = g.centre_id where g.id = ${game}`.execute(
    work.tx,
  )
  return rows[0]
}

/** Games of a centre, the last opened first: the last hundred. */
export async function readGames(work: Work<'games' | 'network'>, centre: number): Promise<GameRow[]> {
  const { rows } = await sql<GameRow>`
    select ${columns} from games.games g join network.centres c on c.id = g.centre_id
    where g.centre_id = ${centre} order by g.opened_at desc limit 100`.execute(work.tx)
  return rows
}

/** The game of a code and its centre: all that somebody joining may ask. */
export async function readGameOfCode(
  work: Work<'games'>,
  code: string,
): Promise<{ id: number; centre: number } | null> {
  const { rows } = await sql<{ id: number; centre: number }>`
    select id, centre_id as centre from games.game_of_code(${code})`.execute(work.tx)
  return rows[0] ?? null
}

/** The questions of a game, in their order. They never change once it is open. */
export async function readQuestions(
  work: Work<'games'>,
  game: number,
): Promise<(Question & { againOf: number | null; pack: string })[]> {
  const { rows } = await sql<{ position: number; item: Item; againOf: number | null; pack: string }>`
    select position, item, again_of as "againOf", pack from games.questions where game_id = ${game} order by position`.execute(
    work.tx,
  )
  return rows.map((row) => ({ ...row, again: row.againOf !== null }))
}

/** Writes a game and its questions; its number. */
export async function insertGame(
  work: Work<'games'>,
  game: {
    centre: number
    member: number
    code: string
    session: number | null
    title: Text
    choices: Choices
    questions: readonly { pack: string; item: Item; againOf: number | null }[]
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into games.games (centre_id, code, session_id, title, choices, total, opened_by, opened_at, changed_at)
    values (${game.centre}, ${game.code}, ${game.session}, ${JSON.stringify(game.title)}, ${JSON.stringify(game.choices)},
      ${game.questions.length}, ${game.member}, ${work.now}, ${work.now})
    returning id`.execute(work.tx)
  const id = rows[0]?.id ?? 0
  for (const [at, { pack, item, againOf }] of game.questions.entries())
    await sql`insert into games.questions (game_id, centre_id, position, pack, item, again_of)
      values (${id}, ${game.centre}, ${at + 1}, ${pack}, ${JSON.stringify(item)}, ${againOf})`.execute(
      work.tx,
    )
  return id
}

/** Where a game stands, held until the transaction ends: answers under way are written first. */
export async function lockGame(work: Work<'games'>, game: number) {
  const { rows } = await sql<{
    centre: number
    phase: Phase
    position: number
    total: number
    paused: boolean
    closesAt: Temporal.Instant | null
    remaining: number | null
    choices: Choices
  }>`select centre_id as centre, phase, position, total, paused, closes_at as "closesAt",
       remaining_ms as remaining, choices
     from games.games where id = ${game} for no key update`.execute(work.tx)
  return rows[0]
}

/** Writes where a game stands now, and tells every process. `remaining` in milliseconds. */
export async function writeStanding(
  work: Work<'games'>,
  game: number,
  at: {
    phase: Phase
    position: number
    paused: boolean
    closesAt: Temporal.Instant | null
    remaining: number | null
  },
): Promise<void> {
  await sql`update games.games set phase = ${at.phase}, position = ${at.position}, paused = ${at.paused},
      closes_at = ${at.closesAt}, remaining_ms = ${at.remaining},
      version = version + 1, changed_at = ${work.now},
      ended_at = case when ${at.phase} = 'ended' then coalesce(ended_at, ${work.now}) end
    where id = ${game}`.execute(work.tx)
  await tell(work, `${game}`)
}

/** Tells every process that listens, if and when this transaction ends well. */
export async function tell(work: Work<'games'>, payload: string): Promise<void> {
  await sql`select pg_notify('games', ${payload})`.execute(work.tx)
}

/** Games nobody touched since `before`, that are still on. */
export async function readIdle(work: Work<'games'>, before: Temporal.Instant): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from games.games where phase <> 'ended' and changed_at < ${before} order by id limit 500`.execute(
    work.tx,
  )
  return rows.map(({ id }) => id)
}

/** Deletes names, seats and answers of games that ended before; how many games. */
export async function forgetPlayers(work: Work<'games'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with over as (
      update games.games set forgotten_at = ${work.now} where ended_at < ${before} and forgotten_at is null returning id),
    hands as (delete from games.answers a using over where a.game_id = over.id),
    gone as (delete from games.seats s using over where s.game_id = over.id)
    select count(*)::int as n from over`.execute(work.tx)
  return rows[0]?.n ?? 0
}
