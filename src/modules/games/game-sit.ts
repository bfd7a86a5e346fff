import { hashOf, newToken } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { ensureCards, insertSeat, readSeatOfToken, readTaken, reseat } from './db/seats.ts'
import { newSeatCode } from './live/codes.ts'
import type { Sitting } from './live-engine.ts'

/** People in one room: beyond, the door is closed rather than the room slow. */
const mostSeats = 2000
/** Several sit down at once: a name or a code somebody takes meanwhile is drawn again, as many times. */
const mostDraws = 40

type Sat = Result<
  { token: string; seat: number },
  { refusal: 'game-over' | 'game-full' | 'name-taken' | 'seat-unknown' }
>

/** The team with fewest people, the first of those alike. */
const smallest = (teams: number, taken: ReadonlyMap<number, number>): number =>
  Array.from({ length: teams }, (_, at) => at + 1).reduce((best, team) =>
    (taken.get(team) ?? 0) < (taken.get(best) ?? 0) ? team : best,
  )

/** Takes a seat in a game; the phone that has one already keeps it. */
export async function sit(
  work: Work<'games'>,
  { room, name, animal, team, way, token, once }: Sitting,
): Promise<Sat> {
  const seatOf = async (held: string | null) =>
    held && (await readSeatOfToken(work, { game: room.id, tokenHash: hashOf(held), position: 0 }))
  for (const held of [token, once]) {
    const mine = await seatOf(held)
    if (held && mine) return done({ token: held, seat: mine.seat.id })
  }
  if (room.phase === 'ended') return refuse({ refusal: 'game-over' })
  const { teams } = room.choices
  const fresh = once ?? newToken()
  for (let draw = 0; draw < mostDraws; draw += 1) {
    // The other press of the same button came first.
    const pressed = draw > 0 && (await seatOf(once))
    if (pressed) return done({ token: fresh, seat: pressed.seat.id })
    const taken = await readTaken(work, room.id)
    if (taken.count >= mostSeats) return refuse({ refusal: 'game-full' })
    const called = name ?? animal(taken.names)
    if (taken.names.has(called.toLocaleLowerCase())) return refuse({ refusal: 'name-taken' })
    const seat = await insertSeat(work, {
      game: room.id,
      centre: room.centre,
      code: newSeatCode(taken.codes),
      name: called,
      team: teams === 0 ? null : team >= 1 && team <= teams ? team : smallest(teams, taken.teams),
      way,
      tokenHash: hashOf(fresh),
    })
    if (seat !== null) return done({ token: fresh, seat })
  }
  return refuse({ refusal: 'game-full' })
}

/** Seats of the cards held up, each made the first time it is seen: the number of each by card. */
export async function sitCards(
  work: Work<'games'>,
  { game, centre, cards }: { game: number; centre: number; cards: readonly number[] },
): Promise<ReadonlyMap<number, number>> {
  let seats: ReadonlyMap<number, number> = new Map()
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const { names, codes } = await readTaken(work, game)
    const fresh = cards.map((card) => {
      const code = newSeatCode(codes)
      codes.add(code)
      // A player may have called herself so.
      const name = [`№ ${card}`, `№ ${card} *`].find((one) => !names.has(one)) ?? `№ ${card} ${code}`
      return { card, name, code }
    })
    seats = await ensureCards(work, { game, centre, cards: fresh })
    if (cards.every((card) => seats.has(card))) break
  }
  return seats
}

/** Gives the seat of a code to this phone; the phone that had it loses it. */
export async function sitBack(
  work: Work<'games'>,
  { game, code }: { game: number; code: string },
): Promise<Result<{ token: string; seat: number }, { refusal: 'seat-unknown' }>> {
  const token = newToken()
  const seat = await reseat(work, { game, code, tokenHash: hashOf(token) })
  return seat === null ? refuse({ refusal: 'seat-unknown' }) : done({ token, seat })
}
