import { z } from 'zod'
import { day, hour } from './series-form.ts'

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const number = z.string().regex(/^[1-9]\d{0,8}$/)
const numbers = z.preprocess(list, z.array(number.transform(Number)).max(12)).catch([])
const way = z.string().trim().max(200, 'way-long').catch('')

/** Who and what goes to a stop, what one finds there, how to find it. */
const outingFields = {
  hosts: numbers,
  kits: numbers,
  vehicle: number.transform(Number).nullable().catch(null),
  offers: z.preprocess(list, z.array(z.string().regex(/^[a-z0-9-]{2,80}$/)).max(60)).catch([]),
  wayFr: way,
  wayEn: way,
  wayAr: way,
}
export const outingForm = z.object(outingFields)

/** What the form says, as the network keeps it: a language without a sentence is not there. */
export const outingOf = (form: z.output<typeof outingForm>) => ({
  hosts: form.hosts,
  kits: form.kits,
  vehicleId: form.vehicle,
  offers: form.offers,
  howToFind: {
    ...(form.wayFr && { fr: form.wayFr }),
    ...(form.wayEn && { en: form.wayEn }),
    ...(form.wayAr && { ar: form.wayAr }),
  },
})

const place = z.string('place-unknown').regex(/^([1-9]\d{0,8}|new)$/, 'place-unknown')

/** When a stop is held: a day, and two hours on the wall of its place. */
const whenFields = { day, from: hour, to: hour }

const degree = (least: number, most: number) =>
  z
    .string()
    .trim()
    .catch('')
    .transform((text) => (text === '' ? null : Number(text.replace(',', '.'))))
    .refine((value) => value === null || (value >= least && value <= most), 'position-wrong')

/** A stop as the form describes it. Its messages are words of the catalogue. */
export const stopForm = z.object({ place, ...whenFields, ...outingFields })

/** A place not in the list yet: asked only when « a new place » is chosen. */
export const placeForm = z.object({
  name: z.string('name-missing').trim().min(1, 'name-missing').max(120, 'name-missing'),
  address: z.string().trim().max(160).catch(''),
  postalCode: z
    .string('postal-code-wrong')
    .trim()
    .regex(/^\d{5}$/, 'postal-code-wrong'),
  city: z.string('city-missing').trim().min(1, 'city-missing').max(80, 'city-missing'),
  latitude: degree(-90, 90),
  longitude: degree(-180, 180),
  stepFree: z.preprocess((value) => (value === 'yes' ? true : null), z.boolean().nullable()),
})

/** Where and when a stop goes. */
export const stopMoveForm = z.object({
  place: z
    .string('place-unknown')
    .regex(/^[1-9]\d{0,8}$/, 'place-unknown')
    .transform(Number),
  ...whenFields,
  scope: z.enum(['one', 'following']).catch('one'),
})
