import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Answer } from '../domain/answer.ts'
import type { Seat } from '../domain/game.ts'

const columns = sql`s.id, s.code, s.name, s.team, s.way,
  exists (select from games.answers a join games.games g on g.id = a.game_id and g.position = a.position
    where a.game_id = s.game_id and a.seat_id = s.id) as answered`

/** The seats of a game, in the order they were taken. */
export async function readSeats(work: Work<'games'>, game: number): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select ${columns} from games.seats s where s.game_id = ${game} order by s.id`.execute(work.tx)
  return rows
}

/** The seat a token opens in a game, and its answer to a question. */
export async function readSeatOfToken(
  work: Work<'games'>,
  { game, tokenHash, position }: { game: number; tokenHash: Buffer; position: number },
): Promise<{ seat: Seat; answer: Answer | null } | null> {
  const { rows } = await sql<Seat & { answer: Answer | null }>`
    select ${columns}, (select a.answer from games.answers a
      where a.game_id = s.game_id and a.seat_id = s.id and a.position = ${position}) as answer
    from games.seats s where s.game_id = ${game} and s.token_hash = ${tokenHash}`.execute(work.tx)
  const [row] = rows
  if (!row) return null
  const { answer, ...seat } = row
  return { seat, answer }
}

/** Names and codes taken in a game, and how many of each team. */
export async function readTaken(
  work: Work<'games'>,
  game: number,
): Promise<{ names: Set<string>; codes: Set<string>; teams: Map<number, number>; count: number }> {
  const { rows } = await sql<{ name: string; code: string; team: number | null }>`
    select name, code, team from games.seats where game_id = ${game}`.execute(work.tx)
  const teams = new Map<number, number>()
  for (const { team } of rows) if (team !== null) teams.set(team, (teams.get(team) ?? 0) + 1)
  return {
    names: new Set(rows.map(({ name }) => name.toLocaleLowerCase())),
    codes: new Set(rows.map(({ code }) => code)),
    teams,
    count: rows.length,
  }
}

/** Writes a seat; its number, or null when somebody took its name or its code meanwhile. */
export async function insertSeat(
  work: Work<'games'>,
  seat: {
    game: number
    centre: number
    code: string
    name: string
    team: number | null
    way: 'phone' | 'tablet'
    tokenHash: Buffer
  },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into games.seats (game_id, centre_id, code, name, team, way, token_hash, sat_at)
    values (${seat.game}, ${seat.centre}, ${seat.code}, ${seat.name}, ${seat.team}, ${seat.way}, ${seat.tokenHash}, ${work.now})
    on conflict do nothing returning id`.execute(work.tx)
  return rows[0]?.id ?? null
}

/** Seats of cards, made as they are seen, but for those whose name or code somebody has: the number of each by card. */
export async function ensureCards(
  work: Work<'games'>,
  {
    game,
    centre,
    cards,
  }: { game: number; centre: number; cards: readonly { card: number; name: string; code: string }[] },
): Promise<Map<number, number>> {
  await sql`
    insert into games.seats (game_id, centre_id, code, name, way, card, sat_at)
    select ${game}, ${centre}, code, name, 'card', card, ${work.now}
    from unnest(${cards.map(({ card }) => card)}::int[], ${cards.map(({ name }) => name)}::text[],
      ${cards.map(({ code }) => code)}::text[]) given (card, name, code)
    on conflict do nothing`.execute(work.tx)
  const { rows } = await sql<{ id: number; card: number }>`
    select id, card from games.seats where game_id = ${game} and card is not null`.execute(work.tx)
  return new Map(rows.map(({ id, card }) => [card, id]))
}

/**
 * Gives the seat of a code to who shows a new token; null when nobody sits there. Answers are numbered by the clock of
 * their phone, and this is another one: its first answer is never too old.
 */
export async function reseat(
  work: Work<'games'>,
  { game, code, tokenHash }: { game: number; code: string; tokenHash: Buffer },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    with back as (
      update games.seats set token_hash = ${tokenHash} where game_id = ${game} and code = ${code} and way <> 'card'
      returning id),
    numbered as (
      update games.answers set nonce = 0 where seat_id = (select id from back) and nonce > 0)
    select id from back`.execute(work.tx)
  return rows[0]?.id ?? null
}

export async function deleteSeat(work: Work<'games'>, game: number, seat: number): Promise<void> {
  await sql`delete from games.seats where game_id = ${game} and id = ${seat}`.execute(work.tx)
}
