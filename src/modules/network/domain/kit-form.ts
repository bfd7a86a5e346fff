import { z } from 'zod'

/** What a kit may be, as the database knows it. */
export const kitKinds = [
  'laptops',
  'tablets',
  'phones',
  'projector',
  'printer-3d',
  'sewing',
  'camera',
  'speaker',
  'vehicle',
] as const

/** A kit as its form describes it. Messages are words of the catalogue. */
export const kitForm = z.object({
  name: z.string('name-missing').trim().min(1, 'name-missing').max(80, 'name-missing'),
  kind: z.enum(kitKinds, 'kind-missing'),
  pieces: z
    .string('pieces-wrong')
    .trim()
    .regex(/^\d{1,3}$/, 'pieces-wrong')
    .transform(Number)
    .refine((pieces) => pieces >= 1 && pieces <= 200, 'pieces-wrong'),
  place: z
    .string('place-unknown')
    .regex(/^[1-9]\d{0,8}$/, 'place-unknown')
    .transform(Number),
})
export type KitForm = z.output<typeof kitForm>
