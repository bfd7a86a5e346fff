import type { Word } from './path-words.ts'

/** What a refusal answers: its status, its sentence, and the field it stands beside (none: the whole form). */
interface Answer {
  status: 404 | 409 | 422
  word: Word
}

const answerOf = {
  'path-unknown': { status: 404, word: 'refused.path-unknown' },
  'learner-unknown': { status: 404, word: 'refused.learner-unknown' },
  'step-unknown': { status: 422, word: 'refused.step-unknown' },
  'noted-by-the-team': { status: 409, word: 'refused.noted-by-the-team' },
  'path-unfinished': { status: 409, word: 'refused.path-unfinished' },
  'not-sure': { status: 422, word: 'refused.not-sure' },
} as const satisfies Record<string, Answer>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
