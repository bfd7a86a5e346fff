import { z } from 'zod'
import { someOf } from './apply-form.ts'
import { kinds, languages, reaches, skills } from './vocabulary.ts'
import { weekCodes } from './week.ts'

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

/** What a member says of herself. Each message is a word of this module's catalogue. */
export const profileForm = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  skills: someOf(skills),
  languages: someOf(languages).refine((chosen) => chosen.length > 0, 'languagesMissing'),
  weekly: someOf(weekCodes),
  near: number.nullable().catch(null),
  reach: z.coerce
    .number()
    .refine((km) => reaches.some((known) => known === km))
    .catch(10),
  also: z.preprocess(list, z.array(number).max(60).catch([])),
  calls: z
    .string('callsWrong')
    .trim()
    .regex(/^\d{1,2}$/, 'callsWrong')
    .transform(Number)
    .pipe(z.number().max(31, 'callsWrong')),
})

const day = z
  .string('absenceWrong')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'absenceWrong')
  .transform((text, context) => {
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' })
    } catch {
      context.addIssue({ code: 'custom', message: 'absenceWrong' })
      return z.NEVER
    }
  })

/** Days away; one day alone when the last one is left out. */
export const absenceForm = z
  .object({ from: day, until: z.union([z.literal(''), day]).optional() })
  .transform(({ from, until }) => ({ from, until: until || from }))
  .refine(({ from, until }) => Temporal.PlainDate.compare(from, until) <= 0, {
    message: 'absenceWrong',
    path: ['from'],
  })
