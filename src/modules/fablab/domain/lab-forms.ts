import { z } from 'zod'
import { instantOf } from './moment.ts'
import { bookingKinds, machineKinds } from './vocabulary.ts'

const text = (most: number) => z.string().trim().max(most).catch('')
const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

/** A whole number in a range, whatever was typed around it. Its message is a word of the catalogue. */
export const whole = (word: string, least: number, most: number) =>
  z
    .string(word)
    .trim()
    .regex(/^\d{1,7}$/, word)
    .transform(Number)
    .refine((value) => value >= least && value <= most, word)

/** The same, or null when nothing was typed. */
export const wholeOrNone = (word: string, least: number, most: number) =>
  z.union([z.literal('').transform(() => null), whole(word, least, most)], word).default(null)

/** Somebody at the door: a known maker, or a name and a contact; a machine and an hour (`12@2026-12-01T09:00:00Z`). */
export const walkInForm = z.object({
  maker: id.nullable().catch(null),
  name: text(80),
  contact: text(254),
  birthYear: wholeOrNone('day.birthYearWrong', 1900, 2200),
  adult: text(80),
  kind: z.enum(bookingKinds).catch('make'),
  people: whole('day.peopleWrong', 1, 30).catch(1),
  slots: whole('day.slotsWrong', 1, 24).catch(1),
  slot: z
    .string('day.slotMissing')
    .regex(/^[1-9]\d{0,8}@/, 'day.slotMissing')
    .transform((slot, ctx) => {
      const [machine = '', at = ''] = slot.split('@')
      const startsAt = instantOf(at)
      if (startsAt) return { machine: Number(machine), startsAt }
      ctx.addIssue('day.slotMissing')
      return z.NEVER
    }),
})

export const markForm = z.object({
  came: z.enum(['present', 'absent', 'none']).catch('none'),
})

export const presenceForm = z.object({
  opening: id,
  kind: z.enum(machineKinds).nullable().catch(null),
  take: z.enum(['back', '']).catch(''),
})
