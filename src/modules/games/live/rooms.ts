import type { Work } from '#platform/work/index.ts'
import { readGroups, readPodium } from '../db/answers.ts'
import { type GameRow, readGame, readQuestions } from '../db/games.ts'
import type { Room } from '../domain/game.ts'
import { tallyOf } from '../domain/tally.ts'

type Questions = Awaited<ReturnType<typeof readQuestions>>
type Taught = Pick<Room, 'tally' | 'before' | 'podium'>

/** Games a process remembers, the one least lately read leaving first. */
const most = 500

/**
 * Reads rooms. What cannot change is read once: the questions of a game, and what was answered at a version where the
 * question is shown. Everything else is one row.
 */
export function openRooms() {
  const kept = new Map<number, { questions: Questions; version: number; taught: Taught }>()

  const taughtOf = async (work: Work<'games'>, row: GameRow, questions: Questions): Promise<Taught> => {
    const question = questions[row.position - 1]
    const shown = row.phase === 'shown' && question
    const first = shown && question.againOf !== null ? questions[question.againOf - 1] : undefined
    return {
      tally: shown ? tallyOf(question.item, await readGroups(work, row.id, row.position)) : null,
      before: first ? tallyOf(first.item, await readGroups(work, row.id, first.position)) : null,
      podium:
        row.phase === 'ended' && row.choices.podium
          ? await readPodium(work, row.id, row.choices.teams > 0)
          : [],
    }
  }

  return async (work: Work<'games' | 'network'>, game: number): Promise<Room | null> => {
    const row = await readGame(work, game)
    if (!row) return null
    const known = kept.get(game)
    const questions = known?.questions ?? (await readQuestions(work, game))
    const taught =
      known && known.version === row.version ? known.taught : await taughtOf(work, row, questions)
    kept.delete(game)
    kept.set(game, { questions, version: row.version, taught })
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    const { session: _, openedAt: __, endedAt: ___, ...standing } = row
    return {
      ...standing,
      ...taught,
      pack: questions[0]?.pack ?? '',
      question: questions[row.position - 1] ?? null,
    }
  }
}
