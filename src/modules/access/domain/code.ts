/** How long a code can be used, minutes (ASVS 5.0, 6.5: ten at most). */
export const codeMinutes = 10
/** How often one code may be tried: a thief has five chances in a million. */
export const mostTries = 5
/** How many codes one member may ask for in an hour. */
export const codesPerHour = 3

export interface CodeState {
  expiresAt: Temporal.Instant
  usedAt: Temporal.Instant | null
  tries: number
}

/** Whether a code may still be tried: once used, after ten minutes, or after five tries, it is nothing. */
export const mayBeTried = (code: CodeState, now: Temporal.Instant): boolean =>
  code.usedAt === null && code.tries < mostTries && Temporal.Instant.compare(code.expiresAt, now) > 0

/** Six digits, as somebody reads them from a phone: spaces, hyphens and digits of other scripts are forgiven. Null otherwise. */
export function readCode(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\s.\-#\p{Cf}]/gu, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
