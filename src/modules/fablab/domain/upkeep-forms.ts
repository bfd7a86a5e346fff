import { z } from 'zod'
import { breakdownCauses, holdsContact, longestWords } from './breakdown.ts'
import { wholeOrNone } from './lab-forms.ts'
import { outageCauses } from './vocabulary.ts'

const orNone = <S extends z.ZodType>(schema: S) => z.union([z.literal('').transform(() => null), schema])

/** A day as `<input type=date>` writes it. Its message is a word of the catalogue. */
export const dayOf = (word: string) =>
  z.string(word).transform((text, context) => {
    try {
      if (!/^20\d\d-\d\d-\d\d$/.test(text)) throw new RangeError('not a day')
      return Temporal.PlainDate.from(text, { overflow: 'reject' })
    } catch {
      context.addIssue({ code: 'custom', message: word })
      return z.NEVER
    }
  })

/** An hour as `<input type=time>` writes it. */
export const hourOf = (word: string) =>
  z
    .string(word)
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, word)
    .transform((text) => Temporal.PlainTime.from(text.slice(0, 5)))

export const breakdownForm = z.object({
  cause: z.enum(breakdownCauses, 'bd.causeMissing'),
  words: z
    .string()
    .trim()
    .max(longestWords, 'bd.wordsLong')
    .refine((words) => !holdsContact(words), 'bd.wordsContact')
    .transform((words) => words.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim() || null)
    .default(null),
})

/** Out of service now, or from a day and an hour; until the end of a day, or nobody knows. */
export const outageForm = z.object({
  cause: z.enum(outageCauses, 'up.causeMissing'),
  when: z.enum(['now', 'later']).catch('now'),
  fromDay: orNone(dayOf('up.dayWrong')).default(null),
  fromHour: orNone(hourOf('up.hourWrong')).default(null),
  untilDay: orNone(dayOf('up.dayWrong')).default(null),
  report: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .nullable()
    .catch(null),
  sure: z.enum(['yes', '']).catch(''),
})

export const planForm = z
  .object({
    task: z.string('up.taskMissing').trim().min(1, 'up.taskMissing').max(80, 'up.taskMissing'),
    everyWeeks: wholeOrNone('up.everyWrong', 1, 260),
    everyHours: wholeOrNone('up.everyWrong', 1, 5000),
  })
  .refine(({ everyWeeks, everyHours }) => everyWeeks !== null || everyHours !== null, {
    message: 'up.everyWrong',
    path: ['everyWeeks'],
  })
