import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { insertKey, type KeyKind, type PublishedKey, readSigningKey } from './db/keys.ts'
import { issuerOf } from './domain/credential.ts'
import { multikeyOf } from './domain/multikey.ts'

/** A private key in use, and the address its public half is published at. */
export interface SigningKey {
  key: KeyObject
  method: string
}

/** Where the public half of a key is published: within the issuer's profile, or alone for the one of VC-JWT. */
export const methodOf = (
  site: string,
  { id, kind, published }: Pick<PublishedKey, 'id' | 'kind' | 'published'>,
) => (kind === 'ed25519' ? `${issuerOf(site)}#${published}` : `${site}/badges/keys/${id}`)

function newKey(kind: KeyKind): { published: string; secret: KeyObject } {
  if (kind === 'rs256') {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const { kty, n, e } = publicKey.export({ format: 'jwk' })
    return { published: JSON.stringify({ kty, n, e, alg: 'RS256', use: 'sig' }), secret: privateKey }
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' })
  return { published: multikeyOf(Buffer.from(x as string, 'base64url')), secret: privateKey }
}

/** Makes a key and writes it, its private half sealed. */
export async function makeKey(work: Work<'badges'>, seal: Seal, kind: KeyKind) {
  const { published, secret } = newKey(kind)
  const pem = secret.export({ format: 'pem', type: 'pkcs8' }) as string
  const sealed = seal.close(pem)
  return { id: await insertKey(work, { kind, published, sealed }), published, sealed }
}

/** The key of a kind to sign with, made when there is none yet. */
export async function signingKey(
  work: Work<'badges'>,
  seal: Seal,
  site: string,
  kind: KeyKind,
): Promise<SigningKey> {
  const row = (await readSigningKey(work, kind)) ?? (await makeKey(work, seal, kind))
  return { key: createPrivateKey(seal.open(row.sealed)), method: methodOf(site, { ...row, kind }) }
}
