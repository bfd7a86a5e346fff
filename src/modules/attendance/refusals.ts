import type { MarkRefusal } from './mark.ts'
import type { WalkInRefusal } from './walk-in.ts'
import type { Word } from './words.ts'

interface Answer {
  status: 404 | 409 | 422
  word: Word
  /** The field it stands beside; none: the whole roll. */
  field?: 'name' | 'phone' | 'people'
}

const marking = {
  'session-unknown': { status: 404, word: 'refusedSession' },
  'registration-unknown': { status: 404, word: 'refusedRegistration' },
  'session-full': { status: 409, word: 'refusedSessionFull' },
  'not-the-day': { status: 409, word: 'refusedNotTheDay' },
} satisfies Record<MarkRefusal['refusal'], Answer>

const walkingIn = {
  ...marking,
  'session-full': { status: 409, word: 'refusedWalkInFull', field: 'name' },
  'name-missing': { status: 422, word: 'refusedName', field: 'name' },
  'session-cancelled': { status: 409, word: 'refusedCancelled' },
  'session-over': { status: 409, word: 'refusedOver' },
  'already-waiting': { status: 409, word: 'refusedWaiting', field: 'name' },
  'too-many-open': { status: 422, word: 'refusedTooMany', field: 'phone' },
} satisfies Record<WalkInRefusal['refusal'], Answer>

/** What a refused mark answers. */
export const answerToMark = (refusal: MarkRefusal['refusal']): Answer => marking[refusal]
/** What a refused walk-in answers. */
export const answerToWalkIn = (refusal: WalkInRefusal['refusal']): Answer => walkingIn[refusal]
/** Somebody who waits has not enough free chairs to be let in. */
export const noChairForThem: Answer = { status: 409, word: 'refusedLetInFull' }
export const phoneIsWrong: Answer = { status: 422, word: 'refusedPhone', field: 'phone' }
export const numberIsWrong: Answer = { status: 422, word: 'refusedNumber', field: 'people' }
export type { Answer }
