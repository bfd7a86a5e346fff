import { z } from 'zod'
import { cleanName, cleanSentence, contactIn, longestName } from '#modules/people/index.ts'
import { subjects } from './clinic.ts'
import { spokenLanguages } from './vocabulary.ts'

const list = (value: unknown) => (value === undefined ? [] : [value].flat())
const number = (word: string) =>
  z
    .string(word)
    .regex(/^[1-9]\d{0,8}$/, word)
    .transform(Number)
const day = z.iso.date('dayWrong').transform((text) => Temporal.PlainDate.from(text))
const hour = z
  .string('hourWrong')
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'hourWrong')
  .transform((text) => Temporal.PlainTime.from(text.slice(0, 5)))
/** A slot as the form sends it back; « wait » for whichever comes free. */
const slot = z.union(
  [
    z.literal('wait').transform(() => null),
    z.iso.datetime().transform((text) => Temporal.Instant.from(text)),
  ],
  'slotMissing',
)
const topic = z.string('topicMissing').regex(/^[a-z-]{2,30}$/, 'topicMissing')

/** A slot, a topic, a first name and a way to be reached. Messages are words of the catalogue. */
export const bookingForm = z.object({
  slot,
  topic,
  name: z
    .string('nameMissing')
    .transform(cleanName)
    .pipe(z.string().min(1, 'nameMissing').max(longestName, 'nameTooLong')),
  contact: z.string().max(254, 'email-malformed').catch(''),
})
/** What a founder chooses: her page knows the rest. */
export const founderBookingForm = z.object({ clinic: number('clinicMissing'), slot, topic })
export const slotForm = z.object({
  slot: z.iso.datetime('slotMissing').transform((t) => Temporal.Instant.from(t)),
})
export const markForm = z.object({
  booking: number('clinicMissing'),
  came: z.enum(['present', 'absent', '']).catch(''),
})
export const sureForm = z.object({ sure: z.literal('yes') })

/** A clinic as the team opens it; `until`: the last day of every week, or this day only. */
export const clinicForm = z
  .object({
    subject: z.enum(subjects, 'subjectMissing'),
    host: z.union([z.literal('').transform(() => null), number('hostMissing')]).default(null),
    expert: z
      .string()
      .catch('')
      .transform(cleanSentence)
      .pipe(z.string().max(80, 'expertTooLong'))
      .refine((text) => contactIn(text) === null, 'expertContact'),
    languages: z
      .preprocess(list, z.array(z.enum(spokenLanguages)))
      .catch([])
      .pipe(z.array(z.enum(spokenLanguages)).min(1, 'languagesMissing')),
    room: number('roomMissing'),
    day,
    from: hour,
    to: hour,
    slot: z.coerce.number('slotWrong').int('slotWrong').min(15, 'slotWrong').max(60, 'slotWrong'),
    until: z.union([z.literal('').transform(() => null), day]).default(null),
  })
  .refine(({ host, expert }) => (host === null) !== (expert === ''), {
    path: ['host'],
    message: 'expertMissing',
  })
