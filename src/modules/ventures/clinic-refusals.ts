import type { ClinicWord } from './clinic-words.ts'
import type { ClinicRefusal } from './domain/clinic.ts'
import type { OpenRefusal } from './open-clinic.ts'

/** What a refusal answers: its status and its sentence. */
interface Answer {
  status: 404 | 409 | 422
  word: ClinicWord
}

const answerOf = {
  form: { status: 422, word: 'refused.form' },
  'clinic-cancelled': { status: 409, word: 'refused.clinic-cancelled' },
  'clinic-over': { status: 409, word: 'refused.clinic-over' },
  'slot-unknown': { status: 422, word: 'refused.slot-unknown' },
  'one-a-day': { status: 409, word: 'refused.one-a-day' },
  'two-ahead': { status: 409, word: 'refused.two-ahead' },
  'slot-taken': { status: 409, word: 'refused.slot-taken' },
  'clinic-unknown': { status: 404, word: 'refused.clinic-unknown' },
  'booking-gone': { status: 409, word: 'refused.booking-gone' },
  'room-unknown': { status: 422, word: 'refused.room-unknown' },
  'host-unknown': { status: 422, word: 'hostMissing' },
  'too-short': { status: 422, word: 'refused.too-short' },
  'in-the-past': { status: 422, word: 'refused.in-the-past' },
  clash: { status: 409, word: 'refused.clash' },
} as const satisfies Record<ClinicRefusal | OpenRefusal | 'form', Answer>

export type ClinicAnswer = keyof typeof answerOf
export const clinicAnswerTo = (refusal: ClinicAnswer): Answer => answerOf[refusal]
