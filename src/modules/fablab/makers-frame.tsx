import type { Town } from '#modules/network/index.ts'
import { type ContactRefusal, countryOf, parseContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx } from '#platform/http/env.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import type { FieldError } from '#ui/form.tsx'
import { type MakersWord, makersWords } from './makers-words.ts'
import { LinkUnknownPage } from './pages/maker-link.tsx'
import { answerTo, type Refusal } from './refusals.ts'
import { words } from './words.ts'

/** What the form says, in the language of the page. */
export const said = (c: Ctx, errors: FieldErrors): FieldError[] =>
  Object.entries(errors).map(([field, word]) => ({
    field,
    message: makersWords(c.var.lang)(word as MakersWord),
  }))

/** A refusal as a page says it, beside the field it is about. */
export function saidRefusal(c: Ctx, refusal: Refusal): { status: number; error: FieldError } {
  const { status, word, field } = answerTo(refusal)
  return { status, error: { field, message: words(c.var.lang)(word) } }
}

/** The contact of a form, read as people of that place write it. */
export const contactIn = (typed: Typed, { postalCode }: Pick<Town, 'postalCode'>) =>
  parseContact({
    phone: typedText(typed, 'phone'),
    email: typedText(typed, 'email'),
    country: countryOf(postalCode),
  })

export const saidContact = (c: Ctx, refusal: ContactRefusal) => saidRefusal(c, refusal).error

/** What a link opens is for its holder: no copy is kept on the way, no other site is told of it. */
export function keepToItself(c: Ctx): void {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'same-origin')
}

/** The page of a link that opens nothing. */
export function linkUnknown(c: Ctx, house: House) {
  return answerPage(
    c,
    house,
    { title: makersWords(c.var.lang)('linkUnknown'), width: 'narrow', status: 404 },
    <LinkUnknownPage lang={c.var.lang} helpPhone={house.settings.phone} />,
  )
}

export const noIndex = <meta name="robots" content="noindex" />
