import { z } from 'zod'
import { audiences, formats, themes } from '#modules/programme/index.ts'
import { needCodes } from './needs.ts'

/** When, in words people use. */
export const whens = ['today', 'week', 'weekend', 'evening', 'saturday'] as const
/** Parts of the day, in the place's own time: before 12 h, 12 h to 18 h, from 18 h. */
export const times = ['morning', 'afternoon', 'evening'] as const
/** Languages one may ask to be spoken to in. */
export const tongues = ['fr', 'en', 'ar'] as const

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** What the address of the results says beside `near`. An unknown value counts for nothing. `speaks` and not `lang`: that one is the page's. */
export const filtersSchema = z.object({
  need: maybe(z.enum(needCodes)),
  theme: maybe(z.enum(themes)),
  format: maybe(z.enum(formats)),
  audience: maybe(z.enum(audiences)),
  when: maybe(z.enum(whens)),
  /** Days of the week, Monday is 1. */
  day: z
    .preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.coerce.number().int().min(1).max(7)),
    )
    .catch([]),
  time: maybe(z.enum(times)),
  speaks: maybe(z.enum(tongues)),
  stepFree: maybe(z.literal('yes')),
  seats: maybe(z.literal('yes')),
})
export type Filters = z.output<typeof filtersSchema>

export const noFilters: Filters = { day: [] }

type Name = keyof Filters
const names: readonly Name[] = [
  'need',
  'theme',
  'format',
  'audience',
  'when',
  'day',
  'time',
  'speaks',
  'stepFree',
  'seats',
]

/** The filters that narrow something. */
export const filtersOn = (filters: Filters): Name[] =>
  names.filter((name) => (name === 'day' ? filters.day.length > 0 : filters[name] !== undefined))

/** The same filters without one of them. */
export const without = (filters: Filters, name: Name): Filters =>
  name === 'day' ? { ...filters, day: [] } : { ...filters, [name]: undefined }

/** The address of the results: `near`, the filters, and from which one on. */
export function resultsAddress(near: string, filters: Filters, from = 0): string {
  const query = new URLSearchParams()
  if (near) query.set('near', near)
  for (const name of filtersOn(filters))
    for (const value of [filters[name]].flat()) query.append(name, String(value))
  if (from > 0) query.set('from', String(from))
  const text = query.toString()
  return text ? `/sessions?${text}` : '/sessions'
}
