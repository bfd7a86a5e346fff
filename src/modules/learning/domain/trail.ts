import type { Answered } from './settle.ts'
import { type Answer, answers } from './vocabulary.ts'

/** Answers as an address carries them: `p2a-m2h`. Nobody’s name is in it, and nothing is kept anywhere else. */
export const writeTrail = (answered: readonly Answered[]): string =>
  answered.map(({ code, answer }) => `${code}${answers[answer]}`).join('-')

const answerOf = new Map<string, Answer>(
  Object.entries(answers).map(([answer, letter]) => [letter, answer as Answer]),
)

/** More answers than this are nobody’s. */
const longest = 40

/**
 * Reads it back. What is not an answer, or is an answer to a rung that `known` does not hold, is left out; of two answers
 * to one rung the last one counts, in the place of the first.
 */
export function readTrail(text: string, known: ReadonlySet<string>): Answered[] {
  const read = new Map<string, Answered>()
  for (const part of text.split('-', longest)) {
    const [, code, letter] = /^([a-z][1-5])([ahnu])$/.exec(part) ?? []
    const answer = answerOf.get(letter ?? '')
    if (code && answer && known.has(code)) read.set(code, { code, answer })
  }
  return [...read.values()]
}
