import { z } from 'zod'
import { declineSentences } from './proposal.ts'
import { day, hour } from './series-form.ts'

const number = z.string().regex(/^[1-9]\d{0,8}$/)

/** What a partner proposes; its wished moments are read by {@link wishesOf}. Messages are words of the catalogue. */
export const proposalForm = z
  .object({
    kind: z.enum(['session', 'stop']).catch('session'),
    activity: number.transform(Number).nullable().catch(null),
    place: number.transform(Number).nullable().catch(null),
    elsewhere: z.string().trim().max(120, 'place-missing').catch(''),
    note: z.string('note-long').trim().max(200, 'note-long').default(''),
  })
  .superRefine(({ kind, activity, place, elsewhere }, context) => {
    if (kind === 'session' && activity === null)
      context.addIssue({ code: 'custom', path: ['activity'], message: 'activity-missing' })
    if (place === null && elsewhere === '')
      context.addIssue({ code: 'custom', path: ['place'], message: 'place-missing' })
  })

/** A wished moment, on the wall of the place. */
export interface Moment {
  day: Temporal.PlainDate
  hour: Temporal.PlainTime
}

/** Up to three wished moments, the best first; or the field that is wrong, with its word. */
export function wishesOf(
  typed: Readonly<Record<string, string | string[]>>,
): { wishes: Moment[] } | { field: string; word: string } {
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? ''
  const wishes: Moment[] = []
  for (let i = 1; i <= 3; i++) {
    if (!text(`day${i}`)) continue
    const [on, at] = [day.safeParse(text(`day${i}`)), hour.safeParse(text(`hour${i}`))]
    if (!on.success) return { field: `day${i}`, word: 'day-wrong' }
    if (!at.success) return { field: `hour${i}`, word: 'hour-wrong' }
    wishes.push({ day: on.data, hour: at.data })
  }
  return wishes.length > 0 ? { wishes } : { field: 'day1', word: 'wish-missing' }
}

/** Accepting: where and when it will be. */
export const acceptForm = z.object({
  place: z
    .string('place-unknown')
    .regex(/^[1-9]\d{0,8}$/, 'place-unknown')
    .transform(Number),
  day,
  hour,
})
export const otherDateForm = z.object({ day, hour })
export const declineForm = z.object({ sentence: z.enum(declineSentences, 'sentence-missing') })

/** Somebody of a partner’s public, whom it registers with her consent. */
export const publicForm = z.object({
  name: z.string('name-missing').trim().min(1, 'name-missing').max(80, 'name-missing'),
  contact: z.string().max(254).catch(''),
  party: z
    .string('party-wrong')
    .regex(/^[1-6]$/, 'party-wrong')
    .transform(Number),
})
