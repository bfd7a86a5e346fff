import type { Town } from '#modules/network/index.ts'
import { countryOf, parseContact } from '#modules/people/index.ts'
import { type Typed, typedText } from '#platform/http/form.ts'

/** The number in an address; 0, which is nobody's, when it is not one. */
export const idOf = (c: { req: { param(name: string): string | undefined } }): number => {
  const typed = c.req.param('id') ?? ''
  return /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : 0
}

/** The contact typed, read with the country of the centre. */
export const contactOf = (typed: Typed, { postalCode }: Town) =>
  parseContact({ phone: typedText(typed, 'contact'), country: countryOf(postalCode) })
