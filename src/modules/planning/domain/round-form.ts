import { z } from 'zod'
import { day, hour } from './series-form.ts'
import { ruleOf } from './series-plan.ts'
import { outingForm, outingOf } from './stop-form.ts'

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** The most places one drives to in a day. */
export const mostLegs = 5
export const roundRepeats = ['weekly', 'fortnightly', 'monthly'] as const

/** A round as its form describes it; its legs, whose number varies, are read by {@link legsOf}. */
export const roundForm = outingForm.extend({
  name: z.string('name-missing').trim().min(1, 'name-missing').max(80, 'name-missing'),
  day,
  repeat: z.enum(roundRepeats).catch('weekly'),
  weeks: z
    .string('weeks-wrong')
    .trim()
    .regex(/^\d{1,2}$/, 'weeks-wrong')
    .transform(Number)
    .refine((weeks) => weeks >= 1 && weeks <= 52, 'weeks-wrong'),
  skips: z.preprocess(list, z.array(z.enum(['public-holidays', 'school-holidays']))).catch([]),
})
export type RoundForm = z.output<typeof roundForm>

interface Leg {
  place: number
  from: Temporal.PlainTime
  to: Temporal.PlainTime
}

/** The legs that name a place, in order; or the field that is wrong, with its word. */
export function legsOf(
  typed: Readonly<Record<string, string | string[]>>,
): { legs: Leg[] } | { field: string; word: string } {
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? ''
  const legs: Leg[] = []
  for (let i = 1; i <= mostLegs; i++) {
    const place = text(`place${i}`)
    if (!/^[1-9]\d{0,8}$/.test(place)) continue
    const [from, to] = [hour.safeParse(text(`from${i}`)), hour.safeParse(text(`to${i}`))]
    if (!from.success) return { field: `from${i}`, word: 'hour-wrong' }
    if (!to.success) return { field: `to${i}`, word: 'hour-wrong' }
    legs.push({ place: Number(place), from: from.data, to: to.data })
  }
  return legs.length > 0 ? { legs } : { field: 'place1', word: 'place-unknown' }
}

/** The plan a form describes, with its legs. */
export const roundPlanOf = (form: RoundForm, legs: Leg[]) => ({
  ...outingOf(form),
  name: form.name,
  legs,
  rule: ruleOf({ repeat: form.repeat, day: form.day, weekdays: [] }) ?? 'FREQ=WEEKLY',
  startsOn: form.day,
  endsOn: form.day.add({ weeks: form.weeks }).subtract({ days: 1 }),
  skips: form.skips,
})
