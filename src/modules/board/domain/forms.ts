import { z } from 'zod'
import { cleanName, cleanSentence, longestName } from '#modules/people/index.ts'
import { refusalOf } from './sentence.ts'
import {
  halfDays,
  keptDays,
  machineKinds,
  refusedFor,
  reportReasons,
  sides,
  spoken,
  subjects,
} from './vocabulary.ts'

const list = (value: unknown) => (value === undefined ? [] : [value].flat())

/** Any of these values, in their own order; at least one, others are left out. */
const someOf = <T extends string>(known: readonly T[], message: string) =>
  z
    .preprocess(list, z.array(z.string()).max(40).catch([]))
    .transform((chosen) => known.filter((value) => chosen.includes(value)))
    .refine((chosen) => chosen.length > 0, message)

const name = z
  .string('nameMissing')
  .transform(cleanName)
  .pipe(z.string().min(1, 'nameMissing').max(longestName, 'nameTooLong'))
const contact = z.string('contact-missing').max(254, 'email-malformed')
const choice = z.string().max(20).catch('')

/** A place of the network by its number, or anywhere in the centre. */
const place = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .nullable()
  .catch(null)

/** A new notice. Each message is a word of this module's catalogue. */
export const noticeForm = z
  .object({
    side: z.enum(sides, 'sideMissing'),
    subject: z.enum(subjects, 'subjectMissing'),
    machine: z.enum(machineKinds).nullable().catch(null),
    sentence: z
      .string('sentence-missing')
      .transform(cleanSentence)
      .superRefine((sentence, issues) => {
        const refused = refusalOf(sentence)
        if (refused) issues.addIssue({ code: 'custom', message: refused })
      }),
    centre: z.string().max(60).catch(''),
    place,
    moment: choice,
    languages: someOf(spoken, 'languagesMissing'),
    halfDays: someOf(halfDays, 'halfDaysMissing'),
    days: z.coerce
      .number()
      .refine((days) => keptDays.some((known) => known === days))
      .catch(30),
    name,
    contact,
  })
  .transform((form) => ({ ...form, machine: form.subject === 'machine-help' ? form.machine : null }))

/** « I can help », « I am interested ». */
export const answerForm = z.object({ name, contact, moment: choice })

export const reportForm = z.object({ reason: z.enum(reportReasons, 'reasonMissing') })
export const refusalForm = z.object({ sentence: z.enum(refusedFor, 'refusalMissing') })
/** The moment chosen for two people; the ask and the offer when the rules found them. */
export const introductionForm = z.object({ moment: choice })
export const matchForm = z.object({
  ask: z.coerce.number().int().positive(),
  offer: z.coerce.number().int().positive(),
  moment: choice,
})
/** Erasing oneself: said twice, since it cannot be undone. */
export const eraseForm = z.object({ sure: z.literal('yes', 'not-sure') })
