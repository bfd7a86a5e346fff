import type { House } from '#platform/house.ts'
import { hashOf } from '#platform/seal/index.ts'
import { readCentreOfBooking } from './db/bookings.ts'
import { readCentreOfMaker } from './db/makers.ts'

const isToken = (token: string) => /^[A-Za-z0-9_-]{22}$/.test(token)

/** The centre of the maker a link opens; null for a forged or unknown one, whatever it looks like. */
export async function centreOfMaker(house: House, token: string): Promise<number | null> {
  if (!isToken(token)) return null
  return house.inWork({ kind: 'visitor' }, (work) => readCentreOfMaker(work, hashOf(token)))
}

/** The centre of the booking a link opens; null for a forged or unknown one, whatever it looks like. */
export async function centreOfBooking(house: House, token: string): Promise<number | null> {
  if (!isToken(token)) return null
  return house.inWork({ kind: 'visitor' }, (work) => readCentreOfBooking(work, hashOf(token)))
}
