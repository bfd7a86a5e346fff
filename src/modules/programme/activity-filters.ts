import { z } from 'zod'
import { activityStatuses } from './domain/activity.ts'
import { audiences, formats, themes } from './domain/vocabulary.ts'

/** What narrows the list of activities, from its address; what is not understood narrows nothing. */
export const activityFilters = z.object({
  theme: z.enum(themes).nullable().catch(null),
  format: z.enum(formats).nullable().catch(null),
  audience: z.enum(audiences).nullable().catch(null),
  whose: z.enum(['own', 'network']).nullable().catch(null),
  status: z.enum(activityStatuses).nullable().catch(null),
})
export type ActivityFilters = z.output<typeof activityFilters>

/** The address that shows the same choice, `''` when nothing narrows. */
export function queryOf(filters: ActivityFilters): string {
  const chosen = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return chosen.length > 0 ? `?${new URLSearchParams(chosen as [string, string][])}` : ''
}
