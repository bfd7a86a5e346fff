import { z } from 'zod'

const said = (word: string, most: number) => z.string(word).trim().min(1, word).max(most, word)
const coordinate = (word: string, most: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text) => (text === '' ? null : Number(text.replace(',', '.'))))
    .refine((value) => value === null || (Number.isFinite(value) && Math.abs(value) <= most), word)

/** Kinds of rooms, as sessions and labs know them. */
export const roomKinds = ['workshop', 'fablab', 'talk', 'meeting'] as const

/** A room as its form describes it. Messages are words of the settings’ catalogue. */
export const roomForm = z.object({
  place: z.coerce.number('place-unknown').int('place-unknown').positive('place-unknown'),
  name: said('name-missing', 80),
  kind: z.enum(roomKinds, 'kind-missing'),
  capacity: z
    .string('capacity-wrong')
    .trim()
    .regex(/^\d{1,3}$/, 'capacity-wrong')
    .transform(Number)
    .refine((people) => people >= 1 && people <= 500, 'capacity-wrong'),
})
export type RoomForm = z.output<typeof roomForm>

/** A centre, its site, and who coordinates it first. */
export const centreForm = z
  .object({
    name: said('name-missing', 80),
    place: said('place-missing', 120),
    address: said('address-missing', 200),
    city: said('city-missing', 80),
    postalCode: z
      .string('postal-wrong')
      .trim()
      .regex(/^\d{5}$/, 'postal-wrong'),
    phone: z.string('phone-wrong'),
    latitude: coordinate('position-wrong', 90),
    longitude: coordinate('position-wrong', 180),
    stepFree: z.preprocess((value) => value === 'yes', z.boolean()),
    coordinator: said('coordinator-missing', 80),
    contact: said('contact-missing', 200),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ['latitude'],
    message: 'position-wrong',
  })
export type CentreForm = z.output<typeof centreForm>
