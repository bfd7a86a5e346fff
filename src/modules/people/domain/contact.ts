import { type CountryCode, isSupportedCountry, parsePhoneNumberWithError } from 'libphonenumber-js/max'

/** A way to reach a person, in its one canonical writing. */
export type Contact = { kind: 'phone' | 'email'; canonical: string }

export type ContactRefusal =
  | 'contact-missing'
  | 'phone-too-short'
  | 'phone-too-long'
  | 'phone-malformed'
  | 'email-malformed'

// A number written without its country: the place's own country first, then those of the network (a Réunion number is
// not « French » for the numbering plan, and taking it for +33 would send the message to a stranger).
const homes: CountryCode[] = ['FR', 'RE', 'YT', 'GP', 'MQ', 'GF', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF']

/** Arabic-Indic and Persian digits, full-width digits: the same numbers in other scripts. */
const asDigits = (text: string) =>
  text.normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/**
 * Ranges the numbering plan has opened and the library does not know yet (and 06 39 98, kept for fiction): ten digits
 * beginning with 06 or 07 are a French mobile all the same.
 */
const frenchMobile = /^(?:\+33|0033|0)\s*([67]\d{8})$/

/**
 * Mobile ranges of the overseas départements, written the way they are dialled there. Typed on a page of one of their
 * places, such a number is theirs even when the library does not know its block yet: never a stranger's in mainland France.
 */
const overseasMobiles: Partial<Record<string, { range: RegExp; prefix: string }>> = {
  YT: { range: /^0(639\d{6})$/, prefix: '+262' },
  RE: { range: /^0(69[23]\d{6})$/, prefix: '+262' },
  GP: { range: /^0(69[01]\d{6})$/, prefix: '+590' },
  MQ: { range: /^0(69[67]\d{6})$/, prefix: '+596' },
  GF: { range: /^0(694\d{6})$/, prefix: '+594' },
}

export function parsePhone(
  typed: string,
  country: string = 'FR',
): { ok: true; value: Contact } | { ok: false; refusal: ContactRefusal } {
  const text = asDigits(typed)
    .replace(/\(0\)/g, '')
    .replace(/[\p{Cf}]/gu, '')
    .trim()
  const digits = text.replace(/\D/g, '')
  const international = /^(\+|00)/.test(text)
  if (!/^[+\d\s().\-/–_·•,:]*$/.test(text) || digits.length === 0)
    return { ok: false, refusal: 'phone-malformed' }
  const bare = text.replace(/[^\d+]/g, '').replace(/^00/, '+')
  const first = isSupportedCountry(country) ? country : 'FR'
  const own = overseasMobiles[first]
  const ownMobile = own?.range.exec(bare)
  if (own && ownMobile)
    return { ok: true, value: { kind: 'phone', canonical: `${own.prefix}${ownMobile[1]}` } }
  for (const home of international ? [first] : [first, ...homes.filter((other) => other !== first)]) {
    const number = read(bare, home)
    if (number) return { ok: true, value: { kind: 'phone', canonical: number } }
  }
  const mobile = frenchMobile.exec(bare)
  if (mobile) return { ok: true, value: { kind: 'phone', canonical: `+33${mobile[1]}` } }
  if (!international && digits.length < 10) return { ok: false, refusal: 'phone-too-short' }
  if (!international && digits.length > 10) return { ok: false, refusal: 'phone-too-long' }
  return { ok: false, refusal: 'phone-malformed' }
}

function read(text: string, home: CountryCode): string | null {
  try {
    const number = parsePhoneNumberWithError(text, home)
    return number.isValid() ? number.number : null
  } catch {
    return null
  }
}

// What an address must look like to be written to; the truth of it is known when a message arrives.
const email = /^[^\s@<>"(),;:\\[\]]{1,64}@[^\s@<>"(),;:\\[\]]+\.[^\s@.]{2,}$/u

export function parseEmail(
  typed: string,
): { ok: true; value: Contact } | { ok: false; refusal: ContactRefusal } {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (text.length > 254 || !email.test(text)) return { ok: false, refusal: 'email-malformed' }
  return { ok: true, value: { kind: 'email', canonical: text } }
}

/**
 * The contact a person typed: the phone when there is one, otherwise the e-mail. An address typed in the phone field is
 * understood, and so is the reverse.
 *
 * @param typed.country the country of the place (ISO 3166, « FR », « RE »…), tried first for numbers without prefix
 */
export function parseContact(typed: {
  phone?: string | undefined
  email?: string | undefined
  country?: string
}): { ok: true; value: Contact } | { ok: false; refusal: ContactRefusal; field: 'phone' | 'email' } {
  const [phone, mail] = [typed.phone?.trim() ?? '', typed.email?.trim() ?? '']
  if (!phone && !mail) return { ok: false, refusal: 'contact-missing', field: 'phone' }
  const [text, field] = phone ? [phone, 'phone' as const] : [mail, 'email' as const]
  const looksLikeEmail = text.includes('@')
  const parsed = looksLikeEmail || field === 'email' ? parseEmail(text) : parsePhone(text, typed.country)
  if (parsed.ok) return parsed
  if (field === 'email' && !looksLikeEmail) {
    const number = parsePhone(text, typed.country)
    if (number.ok) return number
  }
  return { ...parsed, field }
}
