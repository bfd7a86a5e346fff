import type { ContactRefusal } from '#modules/people/index.ts'
import type { ChangePartyRefusal } from './change-party.ts'
import type { JoinRefusal } from './domain/join.ts'
import type { Word } from './words.ts'

/** What a refusal answers: its status, its sentence, and the field it stands beside (none: the whole form). */
interface Answer {
  status: 404 | 409 | 410 | 422
  word: Word
  field?: string
}

export const answerOf = {
  'session-unknown': { status: 404, word: 'sessionUnknown' },
  'session-cancelled': { status: 409, word: 'sessionCancelled' },
  'session-started': { status: 409, word: 'sessionStarted' },
  'course-started': { status: 409, word: 'courseStarted' },
  'session-full': { status: 409, word: 'sessionFull' },
  'party-too-large': { status: 422, word: 'partyTooLarge', field: 'party' },
  'too-many-open': { status: 422, word: 'tooManyOpen', field: 'phone' },
  'contact-missing': { status: 422, word: 'contactMissing', field: 'phone' },
  'phone-too-short': { status: 422, word: 'phoneTooShort', field: 'phone' },
  'phone-too-long': { status: 422, word: 'phoneTooLong', field: 'phone' },
  'phone-malformed': { status: 422, word: 'phoneMalformed', field: 'phone' },
  'email-malformed': { status: 422, word: 'emailMalformed', field: 'email' },
  'registration-unknown': { status: 404, word: 'linkUnknown' },
  'registration-cancelled': { status: 410, word: 'registrationCancelled' },
  'not-enough-seats': { status: 409, word: 'notEnoughSeats', field: 'party' },
  'too-late-to-cancel': { status: 409, word: 'tooLateToCancel' },
  'no-offer': { status: 409, word: 'noOffer' },
  'offer-expired': { status: 410, word: 'offerExpired' },
} satisfies Record<
  | JoinRefusal
  | ContactRefusal
  | ChangePartyRefusal['refusal']
  | 'too-late-to-cancel'
  | 'no-offer'
  | 'offer-expired',
  Answer
>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
