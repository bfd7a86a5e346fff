import type { Town } from '#modules/network/index.ts'
import { countryOf, parseContact } from '#modules/people/index.ts'
import type { Ctx } from '#platform/http/env.ts'

/** A number in an address; 0, which is nobody's, when it is not one. */
export const numberIn = (c: Ctx, name = 'id'): number => {
  const typed = c.req.param(name) ?? ''
  return /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : 0
}

/** A contact typed, read with the country of the centre. */
export const contactOf = (contact: string, { postalCode }: Town) =>
  parseContact({ phone: contact, country: countryOf(postalCode) })
