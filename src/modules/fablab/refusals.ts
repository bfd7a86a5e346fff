import type { ContactRefusal } from '#modules/people/index.ts'
import type { ByContactRefusal } from './book-by-contact.ts'
import type { OpeningRefusal } from './openings.ts'
import type { Word } from './words.ts'

/** What a refusal answers: its status, its sentence, and the field it stands beside (none: the whole form). */
interface Answer {
  status: 404 | 409 | 410 | 422
  word: Word
  field?: string
}

/** A rule of the lab: the time, or the machine, is to be chosen again. */
const rule = <const R extends string>(refusal: R) => ({ status: 409, word: `refused.${refusal}` }) as const
const unknown = <const R extends string>(refusal: R) => ({ status: 404, word: `refused.${refusal}` }) as const
const typed = <const R extends string>(refusal: R, field: string) =>
  ({ status: 422, word: `refused.${refusal}`, field }) as const

export const answerOf = {
  'machine-unknown': unknown('machine-unknown'),
  'machine-in-service': rule('machine-in-service'),
  'inside-an-opening': rule('inside-an-opening'),
  'whole-slots': rule('whole-slots'),
  'not-too-far-ahead': rule('not-too-far-ahead'),
  'groups-come-as-groups': rule('groups-come-as-groups'),
  'authorised-for-the-machine': rule('authorised-for-the-machine'),
  'old-enough': rule('old-enough'),
  'somebody-supervises': rule('somebody-supervises'),
  'minutes-a-day': rule('minutes-a-day'),
  'minutes-a-week': rule('minutes-a-week'),
  'bookings-ahead': rule('bookings-ahead'),
  'a-pause-after-absences': rule('a-pause-after-absences'),
  'slot-taken': rule('slot-taken'),
  'one-machine-at-a-time': rule('one-machine-at-a-time'),
  'ask-your-link': rule('ask-your-link'),
  'room-in-use': rule('room-in-use'),
  begun: rule('begun'),
  'too-many-people': typed('too-many-people', 'people'),
  'booking-unknown': unknown('booking-unknown'),
  'booking-over': { status: 410, word: 'refused.booking-over' },
  'not-begun': rule('not-begun'),
  'maker-unknown': unknown('maker-unknown'),
  'induction-unknown': unknown('induction-unknown'),
  'authorisation-unknown': unknown('authorisation-unknown'),
  'ends-before': typed('ends-before', 'until'),
  'space-unknown': typed('space-unknown', 'space'),
  'too-long': typed('too-long', 'until'),
  clash: rule('clash'),
  'opening-unknown': unknown('opening-unknown'),
  'adult-missing': typed('adult-missing', 'adult'),
  'birth-year-unlikely': typed('birth-year-unlikely', 'birthYear'),
  'contact-missing': typed('contact-missing', 'phone'),
  'phone-too-short': typed('phone-too-short', 'phone'),
  'phone-too-long': typed('phone-too-long', 'phone'),
  'phone-malformed': typed('phone-malformed', 'phone'),
  'email-malformed': typed('email-malformed', 'email'),
} satisfies Record<
  | ByContactRefusal
  | ContactRefusal
  | OpeningRefusal
  | 'booking-unknown'
  | 'booking-over'
  | 'not-begun'
  | 'maker-unknown'
  | 'induction-unknown'
  | 'authorisation-unknown',
  Answer
>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
