import type { Word } from './words.ts'

/** What a refusal answers: its status, its sentence, and the field it stands beside (none: the whole form). */
interface Answer {
  status: 404 | 409 | 422
  word: Word
  field?: string
}

const answerOf = {
  'application-unknown': { status: 404, word: 'refused.application-unknown' },
  'already-a-member': { status: 409, word: 'refused.already-a-member' },
  'sentence-missing': { status: 422, word: 'refused.sentence-missing' },
  'member-unknown': { status: 404, word: 'refused.member-unknown' },
  'place-unknown': { status: 422, word: 'placeWrong', field: 'near' },
  oneself: { status: 409, word: 'refused.oneself' },
} as const satisfies Record<string, Answer>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
