import type { Word } from './words.ts'

/** What a refusal answers: its status and its sentence. */
interface Answer {
  status: 404 | 409 | 422
  word: Word
}

const answerOf = {
  'notice-unknown': { status: 404, word: 'refused.notice-unknown' },
  'neighbour-unknown': { status: 404, word: 'refused.neighbour-unknown' },
  'introduction-unknown': { status: 404, word: 'refused.introduction-unknown' },
  'place-unknown': { status: 422, word: 'refused.place-unknown' },
  'moment-unknown': { status: 422, word: 'refused.moment-unknown' },
  'refusal-missing': { status: 422, word: 'refusalMissing' },
  'reason-missing': { status: 422, word: 'reasonMissing' },
  'do-not-fit': { status: 422, word: 'refused.do-not-fit' },
  'decided-already': { status: 409, word: 'refused.decided-already' },
  'not-sure': { status: 422, word: 'refused.not-sure' },
} as const satisfies Record<string, Answer>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
