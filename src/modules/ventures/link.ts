import type { House } from '#platform/house.ts'
import { hashOf } from '#platform/seal/index.ts'
import { readCentreOfFounder } from './db/founders.ts'

/** The centre of the founder a link opens; null for a forged or unknown one, whatever it looks like. */
export async function centreOfFounder(house: House, token: string): Promise<number | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return null
  return house.inWork({ kind: 'visitor' }, (work) => readCentreOfFounder(work, hashOf(token)))
}
