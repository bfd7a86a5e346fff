import type { Word } from './words.ts'

/** What a refusal answers: its status and its sentence. */
interface Answer {
  status: 404 | 409 | 422
  word: Word
}

const answerOf = {
  form: { status: 422, word: 'refused.form' },
  'founder-alumni': { status: 409, word: 'refused.founder-alumni' },
  'milestone-to-come': { status: 422, word: 'refused.milestone-to-come' },
  'milestone-reached': { status: 409, word: 'refused.milestone-reached' },
  'milestone-needs-firm': { status: 409, word: 'refused.milestone-needs-firm' },
  'milestone-has-jobs': { status: 409, word: 'refused.milestone-has-jobs' },
  'milestone-unknown': { status: 404, word: 'refused.milestone-unknown' },
  'town-unknown': { status: 422, word: 'refused.town-unknown' },
  'town-which': { status: 422, word: 'refused.town-which' },
  'jobs-missing': { status: 422, word: 'refused.jobs-missing' },
} as const satisfies Record<string, Answer>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
