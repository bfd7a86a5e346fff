import { randomBytes } from 'node:crypto'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { House } from '#platform/house.ts'
import type { Ctx } from '#platform/http/env.ts'
import { hashOf, type Seal } from '#platform/seal/index.ts'
import { codeMinutes } from './domain/code.ts'
import { longestHours } from './domain/sign-in.ts'

const isHttps = (house: House) => house.settings.publicUrl.startsWith('https:')
// A browser accepts a __Host- cookie over https only, for this very host, from nobody else.
const nameOf = (house: House, name: string) => (isHttps(house) ? `__Host-${name}` : name)
const flags = (house: House) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps(house) }) as const

const signedIn = 'maillage'
const asking = 'maillage-asking'

/** What recognises this browser's sign-in, or null. */
export function readTokenHash(c: Ctx, house: House): Buffer | null {
  const token = getCookie(c, nameOf(house, signedIn))
  return token && /^[\w-]{43}$/.test(token) ? hashOf(token) : null
}

/** 256 new bits for a new sign-in: the hash is stored, the token goes to the browser once the sign-in is written. */
export function newSignInToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

export const giveToken = (c: Ctx, house: House, token: string): void =>
  setCookie(c, nameOf(house, signedIn), token, { ...flags(house), maxAge: longestHours * 3600 })

export const takeToken = (c: Ctx, house: House): void =>
  void deleteCookie(c, nameOf(house, signedIn), flags(house))

/** Remembers, sealed, which contact a code was asked for, so that the next page asks one thing and its address says nothing. */
export const rememberAsking = (c: Ctx, house: House, contactKey: Buffer): void =>
  setCookie(
    c,
    nameOf(house, asking),
    house.seal.close(contactKey.toString('base64url')).toString('base64url'),
    {
      ...flags(house),
      maxAge: codeMinutes * 60,
    },
  )

export const forgetAsking = (c: Ctx, house: House): void =>
  void deleteCookie(c, nameOf(house, asking), flags(house))

export function readAsking(c: Ctx, house: House): Buffer | null {
  const sealed = getCookie(c, nameOf(house, asking))
  return sealed ? openAsking(house.seal, sealed) : null
}

function openAsking(seal: Seal, sealed: string): Buffer | null {
  try {
    return Buffer.from(seal.open(Buffer.from(sealed, 'base64url')), 'base64url')
  } catch {
    return null // forged, cut, or sealed by another house
  }
}
