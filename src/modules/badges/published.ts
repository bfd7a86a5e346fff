import type { PublishedKey } from './db/keys.ts'
import { badgesContext } from './documents.ts'
import { issuerOf } from './domain/credential.ts'
import { methodOf } from './keys.ts'
import type { Json } from './proof.ts'

/**
 * An Ed25519 key as verifiers look for it: a Multikey of the issuer. Source: W3C Controlled Identifiers 1.0, §2.2.2. The
 * day it was retired is not written here: past `expires` nothing verifies, and what it signed in its time must.
 */
const multikey = (site: string, key: PublishedKey): Json => ({
  id: methodOf(site, key),
  type: 'Multikey',
  controller: issuerOf(site),
  publicKeyMultibase: key.published,
})

/** The key of VC-JWT as a JWK, at its own address (`kid`). */
export const jwkJson = (site: string, key: PublishedKey): Json => ({
  kid: methodOf(site, key),
  ...(JSON.parse(key.published) as Json),
})

/** Who gives badges, with every key there ever was: an Open Badges profile that is a controlled identifier as well. */
export function issuerJson(site: string, keys: readonly PublishedKey[]): Json {
  const proving = keys.filter(({ kind }) => kind === 'ed25519')
  const tokens = keys.filter(({ kind }) => kind === 'rs256')
  return {
    '@context': ['https://www.w3.org/ns/cid/v1', badgesContext],
    id: issuerOf(site),
    type: ['Profile'],
    name: 'Maillage',
    url: site,
    verificationMethod: [
      ...proving.map((key) => multikey(site, key)),
      ...tokens.map((key) => ({
        id: methodOf(site, key),
        type: 'JsonWebKey',
        controller: issuerOf(site),
        publicKeyJwk: JSON.parse(key.published) as Json,
      })),
    ],
    assertionMethod: [...proving, ...tokens].map((key) => methodOf(site, key)),
  }
}
