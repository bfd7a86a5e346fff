import { z } from 'zod'

/** How often a session comes back. */
export const repeats = ['once', 'weekly', 'fortnightly', 'monthly'] as const
export type Repeat = (typeof repeats)[number]

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const number = z.string().regex(/^[1-9]\d{0,8}$/)
const numbers = z.preprocess(list, z.array(number.transform(Number)).max(12))

const dayOf = (text: string, context: z.core.$RefinementCtx): Temporal.PlainDate => {
  try {
    if (!/^20\d\d-\d\d-\d\d$/.test(text)) throw new RangeError('not a day')
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    context.addIssue({ code: 'custom', message: 'day-wrong' })
    return z.NEVER
  }
}

const hourOf = (text: string, context: z.core.$RefinementCtx): Temporal.PlainTime => {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return Temporal.PlainTime.from(text)
  context.addIssue({ code: 'custom', message: 'hour-wrong' })
  return z.NEVER
}

export const day = z.string('day-missing').min(1, 'day-missing').transform(dayOf)
export const hour = z.string('hour-missing').min(1, 'hour-missing').transform(hourOf)

/** A whole number in a range; null when nothing was typed. */
const whole = (word: string, least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^(\d{1,4})?$/, word)
    .default('')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((value) => value === null || (value >= least && value <= most), word)

/** Where a session is held, as one answer: a place, or a place and a room (`12` or `12.4`). */
export const where = z
  .string('where-missing')
  .regex(/^[1-9]\d{0,8}(\.[1-9]\d{0,8})?$/, 'where-missing')
  .transform((text) => {
    const [place, space] = text.split('.').map(Number)
    return { placeId: place as number, spaceId: space ?? null }
  })

/** A session or a series as the form describes it. Its messages are words of the catalogue. */
export const seriesForm = z.object({
  activity: z
    .string('activity-missing')
    .regex(/^[1-9]\d{0,8}$/, 'activity-missing')
    .transform(Number),
  where,
  day,
  hour,
  // Nothing typed: as the activity says.
  minutes: whole('minutes-wrong', 15, 600),
  capacity: whole('capacity-wrong', 1, 500),
  hostsNeeded: whole('hosts-needed-wrong', 0, 6),
  repeat: z.enum(repeats).catch('once'),
  weeks: whole('weeks-wrong', 1, 52).transform((weeks) => weeks ?? 8),
  weekdays: z.preprocess(list, z.array(z.enum(['1', '2', '3', '4', '5', '6', '7']).transform(Number)).max(7)),
  skips: z.preprocess(list, z.array(z.enum(['public-holidays', 'school-holidays']))),
  hosts: numbers,
  kits: numbers,
  languages: z.preprocess(list, z.array(z.enum(['fr', 'en', 'ar'])).max(3)),
  course: z.preprocess((value) => value === 'yes', z.boolean()),
  /** Made with the page of the dates: a button pressed twice plans once. */
  gesture: z
    .string()
    .regex(/^[\w-]{22}$/)
    .optional()
    .catch(undefined),
})
export type SeriesForm = z.output<typeof seriesForm>
