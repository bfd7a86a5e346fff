import type { Word } from './words.ts'

/** What a refusal answers: its status and its sentence. */
interface Answer {
  status: 404 | 409 | 422
  word: Word
}

const answerOf = {
  'achievement-unknown': { status: 404, word: 'refused.achievement-unknown' },
  'no-centre': { status: 409, word: 'refused.no-centre' },
  'not-all-seen': { status: 422, word: 'refused.not-all-seen' },
  'badge-unknown': { status: 404, word: 'refused.badge-unknown' },
  'already-revoked': { status: 409, word: 'refused.already-revoked' },
  'not-revoked': { status: 409, word: 'refused.not-revoked' },
  'too-late': { status: 409, word: 'refused.too-late' },
  'given-again': { status: 409, word: 'refused.given-again' },
  'reason-missing': { status: 422, word: 'refused.reason-missing' },
  'hours-missing': { status: 409, word: 'refused.hours-missing' },
} as const satisfies Record<string, Answer>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
