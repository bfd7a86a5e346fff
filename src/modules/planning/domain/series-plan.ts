import type { season } from '#modules/programme/index.ts'
import type { SeriesForm } from './series-form.ts'

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const codeOf = (weekday: number) => weekdayCodes[weekday - 1] ?? 'MO'

/** The rule a form describes, by RFC 5545 without start nor end; null for one date only. */
export function ruleOf({
  repeat,
  day,
  weekdays,
}: Pick<SeriesForm, 'repeat' | 'day' | 'weekdays'>): string | null {
  if (repeat === 'once') return null
  if (repeat === 'monthly') {
    // « The second Tuesday », as the first date is; the last one when a fifth does not come every month.
    const nth = Math.ceil(day.day / 7)
    return `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${codeOf(day.dayOfWeek)}`
  }
  const days = [...new Set([day.dayOfWeek, ...weekdays])].sort((a, b) => a - b).map(codeOf)
  return `FREQ=WEEKLY;INTERVAL=${repeat === 'weekly' ? 1 : 2};WKST=MO;BYDAY=${days.join(',')}`
}

/** The plan a form describes. */
export const planOf = (form: SeriesForm): season.SeriesPlan => ({
  activityId: form.activity,
  placeId: form.where.placeId,
  spaceId: form.where.spaceId,
  hosts: form.hosts,
  kits: form.kits,
  rule: ruleOf(form),
  startsOn: form.day,
  endsOn: form.day.add({ weeks: form.weeks }).subtract({ days: 1 }),
  startsAt: form.hour,
  minutes: form.minutes,
  capacity: form.capacity,
  skips: form.skips,
})
