import type { House } from '#platform/house.ts'
import { hashOf } from '#platform/seal/index.ts'
import { readCentreOfToken } from './db/registration.ts'

/** The centre of the registration a link opens; null for a forged or unknown one, whatever it looks like. */
export async function centreOfToken(house: House, token: string): Promise<number | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return null
  return house.inWork({ kind: 'visitor' }, (work) => readCentreOfToken(work, hashOf(token)))
}
