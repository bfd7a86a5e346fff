import type { Work } from '#platform/work/index.ts'
import { readFigures } from './db/answers.ts'
import { readGame, readQuestions } from './db/games.ts'
import type { GameRecord } from './domain/xapi.ts'

/** What is kept of a game that is over; null before its end, or when whoever asks may not see it. */
export async function readRecord(work: Work<'games' | 'network'>, game: number): Promise<GameRecord | null> {
  const row = await readGame(work, game)
  if (!row?.endedAt) return null
  const [questions, figures] = [await readQuestions(work, game), await readFigures(work, game)]
  return {
    game,
    endedAt: row.endedAt,
    pack: { id: questions[0]?.pack ?? '', title: row.title },
    questions: figures.flatMap(({ position, people, right, partly, wrong, againOf }) => {
      const item = questions[position - 1]?.item
      return item
        ? [{ position, item, again: againOf !== null, tally: { people, of: {}, right, partly, wrong } }]
        : []
    }),
  }
}
