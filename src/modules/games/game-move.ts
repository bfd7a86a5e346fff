import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writeFigures } from './db/answers.ts'
import { lockGame, readGame, writeStanding } from './db/games.ts'
import { type Gesture, move, type Phase } from './domain/game.ts'

export type MoveRefusal = { refusal: 'game-unknown' } | { refusal: 'stale' }

export interface MoveGame {
  game: number
  gesture: Gesture
  /** Where whoever pressed saw the game: pressed twice, or by two people, a gesture counts once. */
  seen: { phase: Phase; position: number }
}

/** Moves a game on; its timer with it. At the end what is kept of it is written, and the rest waits for its night. */
export async function moveGame(
  work: Work<'games' | 'network'>,
  { game, gesture, seen }: MoveGame,
): Promise<Result<null, MoveRefusal>> {
  const at = await lockGame(work, game)
  if (!at) return refuse({ refusal: 'game-unknown' })
  const next = at.phase === seen.phase && at.position === seen.position ? move(at, gesture) : null
  if (!next) return refuse({ refusal: 'stale' })

  const opens = next.phase === 'asking' && at.phase !== 'asking' && gesture === 'next'
  const timer = opens && at.choices.timer !== null ? at.choices.timer * 1000 : null
  const remaining =
    gesture === 'pause' && at.closesAt
      ? Math.max(1000, at.closesAt.epochMilliseconds - work.now.epochMilliseconds)
      : null
  const left = gesture === 'resume' ? at.remaining : timer
  const closesAt = left === null ? null : work.now.add({ milliseconds: left })
  await writeStanding(work, game, { ...next, closesAt, remaining })
  if (closesAt)
    work.enqueue(
      'games.close',
      { centre: at.centre, game, position: next.position },
      { runAt: closesAt, key: `game-${game}` },
    )
  if (next.phase === 'ended') {
    const row = await readGame(work, game)
    const day = work.now.toZonedDateTimeISO(row?.timeZone ?? 'Europe/Paris').toPlainDate()
    await writeFigures(work, game, day)
    work.enqueue('games.tell-record-store', { centre: at.centre, game })
  }
  return done(null)
}

/** Closes a question whose timer has run out; nothing when it was closed, paused or opened again meanwhile. */
export async function closeLate(
  work: Work<'games' | 'network'>,
  { game, position }: { game: number; position: number },
): Promise<void> {
  const at = await lockGame(work, game)
  if (!at?.closesAt || at.position !== position || Temporal.Instant.compare(at.closesAt, work.now) > 0) return
  await moveGame(work, { game, gesture: 'close', seen: { phase: 'asking', position } })
}

/** Ends a game nobody touched for a day; nothing when it ended meanwhile. */
export async function endIdle(work: Work<'games' | 'network'>, game: number): Promise<void> {
  const at = await lockGame(work, game)
  if (at && at.phase !== 'ended')
    await moveGame(work, { game, gesture: 'end', seen: { phase: at.phase, position: at.position } })
}
