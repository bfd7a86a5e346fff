import { gunzipSync, gzipSync } from 'node:zlib'
import { issuerOf, moment } from './domain/credential.ts'
import type { Json } from './proof.ts'

/** Bits of a list. Fewer would say too much of who asks. Source: W3C Bitstring Status List 1.0, §7. */
export const listBits = 131_072
/** How long a copy of a list may be believed: what is revoked is known everywhere within five minutes. */
export const listMilliseconds = 300_000

/** A list with these bits set, as it is published: GZIP, then multibase base64url. The first bit is the leftmost. */
export function encodeList(set: readonly number[]): string {
  const bytes = Buffer.alloc(listBits / 8)
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] as number) | (0x80 >> (index & 7))
  return `u${gzipSync(bytes).toString('base64url')}`
}

/** Whether a bit of a published list is set; null when the list cannot be read or is too short. */
export function isSet(encoded: string, index: number): boolean | null {
  if (!/^u[A-Za-z0-9_-]{1,60000}$/.test(encoded)) return null
  try {
    const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: 1_048_576 })
    if (bytes.length < listBits / 8 || index >= bytes.length * 8) return null
    return ((bytes[index >> 3] as number) & (0x80 >> (index & 7))) !== 0
  } catch {
    return null
  }
}

/** The list as a credential, before it is signed. */
export const listJson = (
  site: string,
  list: number,
  set: readonly number[],
  now: Temporal.Instant,
): Json => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: `${site}/badges/status/${list}`,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: issuerOf(site),
  validFrom: moment(now),
  validUntil: moment(now.add({ hours: 24 })),
  credentialSubject: {
    id: `${site}/badges/status/${list}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    ttl: listMilliseconds,
    encodedList: encodeList(set),
  },
})
