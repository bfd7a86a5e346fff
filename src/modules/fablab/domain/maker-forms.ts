import { z } from 'zod'
import { cleanName, longestName } from '#modules/people/index.ts'
import { instantOf } from './moment.ts'

const instant = z.string('slotUnknown').transform((text, ctx) => {
  const at = instantOf(text)
  if (at) return at
  ctx.addIssue('slotUnknown')
  return z.NEVER
})
const slots = z.coerce.number().int().min(1).max(24).catch(1)
const yes = z.literal('yes').optional().catch(undefined)
const optionalName = z
  .string()
  .transform(cleanName)
  .pipe(z.string().max(longestName, 'nameTooLong'))
  .catch('')

/** What somebody without a link says to book: who, how to reach her, and of a minor the year of birth and an adult. */
export const bookingForm = z
  .object({
    at: instant,
    for: z.enum(['make', 'induction']).catch('make'),
    slots,
    wait: yes,
    name: z
      .string('nameMissing')
      .transform(cleanName)
      .pipe(z.string().min(1, 'nameMissing').max(longestName, 'nameTooLong')),
    age: z.enum(['adult', 'minor'], 'ageMissing'),
    birthYear: z.string().trim().catch(''),
    adult: optionalName,
  })
  .superRefine(({ age, birthYear }, ctx) => {
    if (age === 'minor' && !/^(19|20)\d\d$/.test(birthYear))
      ctx.addIssue({ code: 'custom', path: ['birthYear'], message: 'yearMalformed' })
  })
  .transform(({ age, birthYear, adult, ...rest }) => ({
    ...rest,
    birthYear: age === 'minor' ? Number(birthYear) : null,
    adult: age === 'minor' ? adult || null : null,
  }))

/** One press on an hour of one's own page: `at` books it, `wait` waits for it. */
export const ownBookingForm = z
  .object({
    machine: z.coerce.number('slotUnknown').int('slotUnknown').positive('slotUnknown'),
    for: z.enum(['make', 'induction']).catch('make'),
    slots,
    at: instant.optional(),
    wait: instant.optional(),
  })
  .refine(({ at, wait }) => at ?? wait, { message: 'slotUnknown', path: ['at'] })

export const linkForm = z.object({ centre: z.string().max(60).catch('') })

/** « Je suis là », and how many come with her. */
export const comingForm = z.object({ people: z.coerce.number().int().min(1).max(6).catch(1) })
