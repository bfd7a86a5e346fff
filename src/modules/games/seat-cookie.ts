import { getCookie, setCookie } from 'hono/cookie'
import type { House } from '#platform/house.ts'
import type { Ctx } from '#platform/http/env.ts'

// A game is over in an hour, and its seats are forgotten within a day.
const flags = (house: House) =>
  ({
    path: '/play',
    httpOnly: true,
    sameSite: 'Lax',
    secure: house.settings.publicUrl.startsWith('https:'),
    maxAge: 86_400,
  }) as const
const isToken = (token: string) => /^[\w-]{22}$/.test(token)

/** What this phone shows to be let back to its seat in a game; null when it has none. */
export function seatToken(c: Ctx, code: string): string | null {
  const token = getCookie(c, `seat-${code}`) ?? ''
  return isToken(token) ? token : null
}

export const giveSeat = (c: Ctx, house: House, code: string, token: string): void =>
  setCookie(c, `seat-${code}`, token, flags(house))

/** The seats of a shared tablet, in the order they were taken; a cookie holds some sixty. */
export const tabletTokens = (c: Ctx, code: string): readonly string[] =>
  (getCookie(c, `tablet-${code}`) ?? '').split('.').filter(isToken).slice(0, 60)

export const giveTabletSeat = (c: Ctx, house: House, code: string, token: string): void =>
  setCookie(c, `tablet-${code}`, [...new Set([...tabletTokens(c, code), token])].join('.'), flags(house))
