import type { House } from '#platform/house.ts'
import { type GivenAnswer, type Stored, writeAnswers } from '../db/answers.ts'

/** Answers written by one statement, at most: what waits longer goes with the next one. */
const most = 400

interface Waiting {
  given: GivenAnswer
  tell(outcome: Stored): void
  fail(error: unknown): void
}

const who = ({ game, position, tokenHash, seat }: GivenAnswer) =>
  `${game} ${position} ${seat ?? tokenHash?.toString('base64')}`

/**
 * Writes answers together: while one statement is under way, those that come wait and leave with the next. One alone
 * waits for nobody. Each is told what became of it only once it is committed.
 */
export function openBatch(house: House): (centre: number, given: GivenAnswer) => Promise<Stored> {
  const queues = new Map<number, Waiting[]>()
  const busy = new Set<number>()

  const flush = async (centre: number): Promise<void> => {
    if (busy.has(centre)) return
    busy.add(centre)
    try {
      for (let queue = queues.get(centre) ?? []; queue.length > 0; queue = queues.get(centre) ?? []) {
        // One answer of a seat at a time: its second one goes with the next statement.
        const taken = new Set<string>()
        const leaving: Waiting[] = []
        const staying: Waiting[] = []
        for (const one of queue) {
          const first = leaving.length < most && !taken.has(who(one.given))
          taken.add(who(one.given))
          ;(first ? leaving : staying).push(one)
        }
        queues.set(centre, staying)
        await write(centre, leaving)
      }
    } finally {
      busy.delete(centre)
      queues.delete(centre)
    }
  }

  const write = async (centre: number, leaving: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await house.inWork({ kind: 'system', centre }, (work) =>
        writeAnswers(
          work,
          leaving.map(({ given }) => given),
        ),
      )
      for (const [at, { tell }] of leaving.entries()) tell(outcomes[at] ?? 'closed')
    } catch (error) {
      for (const { fail } of leaving) fail(error)
    }
  }

  return (centre, given) =>
    new Promise((tell, fail) => {
      const queue = queues.get(centre) ?? []
      queue.push({ given, tell, fail })
      queues.set(centre, queue)
      void flush(centre)
    })
}
