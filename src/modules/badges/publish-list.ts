import type { House } from '#platform/house.ts'
import { readRevoked } from './db/status.ts'
import { moment } from './domain/credential.ts'
import { signingKey } from './keys.ts'
import { signProof } from './proof.ts'
import { listJson, listMilliseconds } from './status-list.ts'

/**
 * Gives the published lists of revoked badges, signed. A list is signed again when a bit changes, and before what was
 * signed grows old. Null for a list no badge ever was of.
 */
export function listPublisher(house: House): (list: number) => Promise<string | null> {
  const signed = new Map<number, { bits: string; at: Temporal.Instant; text: string }>()
  const site = house.settings.publicUrl
  return (list) =>
    house.inWork({ kind: 'system', centre: null }, async (work) => {
      const set = await readRevoked(work, list)
      if (!set) return null
      const bits = set.join()
      const last = signed.get(list)
      const age = last ? work.now.since(last.at).total('milliseconds') : Number.POSITIVE_INFINITY
      if (last?.bits === bits && age < listMilliseconds) return last.text
      const key = await signingKey(work, house.seal, site, 'ed25519')
      const document = await signProof(
        listJson(site, list, set, work.now),
        {
          type: 'DataIntegrityProof',
          cryptosuite: 'eddsa-rdfc-2022',
          created: moment(work.now),
          verificationMethod: key.method,
          proofPurpose: 'assertionMethod',
        },
        key.key,
      )
      const text = JSON.stringify(document)
      signed.set(list, { bits, at: work.now, text })
      return text
    })
}
