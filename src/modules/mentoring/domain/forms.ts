import { z } from 'zod'
import { cleanName, longestName } from '#modules/people/index.ts'
import { founderNeeds, sectors, spokenLanguages } from '#modules/ventures/index.ts'
import { nextSteps, ways } from './profile.ts'
import { methods } from './propose.ts'

const list = (value: unknown) => (value === undefined ? [] : [value].flat())
const codes = <const T extends readonly [string, ...string[]]>(all: T) =>
  z
    .preprocess(list, z.array(z.string().max(30)).max(40))
    .catch([])
    .transform((said) => all.filter((code) => said.includes(code)))
const flag = z
  .literal('yes')
  .optional()
  .catch(undefined)
  .transform((said) => said === 'yes')
const week = z
  .preprocess(list, z.array(z.string().regex(/^[1-7]-(morning|afternoon|evening)$/)).max(21))
  .catch([])
  .pipe(z.array(z.string()).min(1, 'weeklyMissing'))

const profileShape = {
  helps: codes(founderNeeds).pipe(z.array(z.string()).min(1, 'helpsMissing')),
  sectors: codes(sectors),
  worksIn: z
    .string()
    .catch('')
    .transform((code) => sectors.find((sector) => sector === code) ?? null),
  avoidsRivals: flag,
  avoidsSectors: codes(sectors),
  languages: codes(spokenLanguages).pipe(z.array(z.string()).min(1, 'languagesMissing')),
  weekly: week,
  capacity: z.coerce
    .number('capacityMissing')
    .int('capacityMissing')
    .min(1, 'capacityMissing')
    .max(5, 'capacityMissing'),
  saysWoman: flag,
}

/** What a mentor says of herself. Each message is a word of this module’s catalogue. */
export const profileForm = z.object(profileShape)

/** Offering to guide founders. */
export const offerForm = z.object({
  ...profileShape,
  centre: z.string().max(60).catch(''),
  name: z
    .string('nameMissing')
    .transform(cleanName)
    .pipe(z.string().min(1, 'nameMissing').max(longestName, 'nameTooLong')),
  contact: z.string().max(254, 'email-malformed').catch(''),
})

const day = z
  .string('dayMissing')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'dayMissing')
  .transform((text, at) => {
    try {
      return Temporal.PlainDate.from(text)
    } catch {
      at.addIssue({ code: 'custom', message: 'dayMissing' })
      return z.NEVER
    }
  })
const number = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const way = z.enum(ways, 'howMissing')

/** Proposing a meeting: a day, an hour, where. */
export const meetingForm = z.object({
  match: number,
  day,
  hour: z
    .string('hourMissing')
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hourMissing')
    .transform((text) => Temporal.PlainTime.from(text)),
  how: way,
})

/** Saying yes to a meeting, or calling it off. */
export const answerForm = z.object({ meeting: number, answer: z.enum(['agree', 'call-off']) })

/** Noting a meeting that was held: a day, how long, what next, a few words. */
export const noteForm = z.object({
  match: number,
  day,
  how: way,
  minutes: z.coerce
    .number('minutesMissing')
    .int('minutesMissing')
    .min(5, 'minutesMissing')
    .max(480, 'minutesMissing'),
  next: z.enum(nextSteps).nullable().catch(null),
  words: z
    .string()
    .catch('')
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().max(120, 'wordsTooLong'))
    .transform((text) => text || null),
})

/** Ending a match: `again` when somebody else is wished. */
export const stopForm = z.object({ match: number, again: flag })

/** Up to five, the dearest first; twice the same is once. */
export const wishForm = z
  .object(
    Object.fromEntries(
      [1, 2, 3, 4, 5].map((rank) => [`wish${rank}`, z.coerce.number().int().min(0).catch(0)]),
    ) as Record<`wish${1 | 2 | 3 | 4 | 5}`, z.ZodCatch<z.ZodCoercedNumber>>,
  )
  .transform((said) =>
    [...new Set([said.wish1, said.wish2, said.wish3, said.wish4, said.wish5])].filter((id) => id > 0),
  )

export const roundForm = z.object({ method: z.enum(methods).catch('scores') })
export const decisionForm = z.object({ decision: z.enum(['accepted', 'refused', 'open', 'apart']) })
export const choiceForm = z.object({ mentor: number })
export const welcomeForm = z.object({ decision: z.enum(['welcome', 'declined']) })
export const founderForm = z.object({ founder: number })
/** Asking for a mentor, or no longer. */
export const asksForm = z.object({ asks: z.enum(['yes', 'no']).catch('yes') })
