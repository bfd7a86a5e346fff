import { randomBytes } from 'node:crypto'
import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertNomadicPlace } from './db/stop-place.ts'
import { searchKey } from './domain/search-key.ts'
import type { AddNomadicPlace } from './domain/stop.ts'
import { timeZoneOf } from './domain/time-zone.ts'

/** Adds a place where the nomadic team of the actor's centre may stop: a square, a hall, a library that lends a room. */
export async function addNomadicPlace(
  work: Work<'network' | 'access'>,
  command: AddNomadicPlace,
): Promise<Result<{ place: number }, { refusal: 'place-incomplete' }>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const known = command.name !== '' && command.city !== '' && /^\d{5}$/.test(command.postalCode)
  if (centre === null || !known) return refuse({ refusal: 'place-incomplete' })
  const place = await insertNomadicPlace(work, {
    ...command,
    centre,
    externalId: `stop-${randomBytes(9).toString('hex')}`,
    timeZone: timeZoneOf(command.inseeCode ?? command.postalCode),
    searchKey: searchKey(command.name),
  })
  await record(work, 'place.add', `place:${place}`)
  return done({ place })
}
