import type { LiveWord } from './live-words.ts'

/** What a refusal answers to a phone: its status, its sentence, and the field it stands beside. */
interface Answer {
  status: 404 | 409 | 422 | 429
  word: LiveWord
  field: 'name' | 'team' | 'seat'
}

const answerOf = {
  'game-over': { status: 409, word: 'play.over', field: 'name' },
  'game-full': { status: 409, word: 'play.full', field: 'name' },
  'name-taken': { status: 409, word: 'play.nameTaken', field: 'name' },
  'seat-unknown': { status: 422, word: 'play.seatUnknown', field: 'seat' },
  'too-many-tries': { status: 429, word: 'play.tooManyTries', field: 'seat' },
} as const satisfies Record<string, Answer>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
