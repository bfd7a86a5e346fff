import { parsePhoneNumberWithError } from 'libphonenumber-js/min'

/** A phone number as people of the place dial it: « 01 99 00 24 12 » for +33199002412. What is no number is left as it is. */
export function sayPhone(canonical: string): string {
  try {
    return parsePhoneNumberWithError(canonical).formatNational()
  } catch {
    return canonical
  }
}
