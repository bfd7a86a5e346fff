import type { Word } from './words.ts'

/** What a refusal answers: its status and its sentence. */
interface Answer {
  status: 404 | 409 | 422
  word: Word
}

const answerOf = {
  'guides-more': { status: 409, word: 'refused.guides-more' },
  'not-welcomed': { status: 409, word: 'refused.not-welcomed' },
  'mentor-decided': { status: 409, word: 'refused.mentor-decided' },
  'mentor-unknown': { status: 404, word: 'refused.mentor-unknown' },
  'nobody-to-match': { status: 409, word: 'refused.nobody-to-match' },
  'round-decided': { status: 409, word: 'refused.round-decided' },
  'round-told': { status: 409, word: 'refused.round-told' },
  'pair-unknown': { status: 404, word: 'refused.pair-unknown' },
  'pair-excluded': { status: 409, word: 'refused.pair-excluded' },
  'place-taken': { status: 409, word: 'refused.place-taken' },
  'nothing-accepted': { status: 422, word: 'refused.nothing-accepted' },
  'founder-matched': { status: 409, word: 'refused.founder-matched' },
  'match-ended': { status: 409, word: 'refused.match-ended' },
  'match-unknown': { status: 404, word: 'refused.match-unknown' },
  'meeting-past': { status: 422, word: 'refused.meeting-past' },
  'meeting-to-come': { status: 422, word: 'refused.meeting-to-come' },
  'meeting-decided': { status: 409, word: 'refused.meeting-decided' },
  form: { status: 422, word: 'refused.form' },
} as const satisfies Record<string, Answer>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
