import { decode, encode } from 'base58-universal'

// Multicodec of an Ed25519 public key (0xed), as an unsigned varint. Source: W3C Controlled Identifiers 1.0, §2.2.2.
const ed25519 = [0xed, 0x01]

/** Thirty-two bytes of an Ed25519 public key as people publish them: « z6Mk… » (multibase base58btc of a multicodec key). */
export const multikeyOf = (raw: Uint8Array): string => `z${encode(Uint8Array.from([...ed25519, ...raw]))}`

/** The raw Ed25519 key a multikey writes; null when it is anything else. */
export function rawOf(multikey: string): Uint8Array | null {
  const bytes = multibase(multikey)
  if (bytes?.length !== 34 || bytes[0] !== ed25519[0] || bytes[1] !== ed25519[1]) return null
  return bytes.subarray(2)
}

/** Bytes written in multibase base58btc (« z… »); null when they are not, or when the text is too long to be a key or a proof. */
export function multibase(text: string): Uint8Array | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{1,120}$/.test(text)) return null
  try {
    return decode(text.slice(1))
  } catch {
    return null
  }
}

/** Bytes in multibase base58btc. */
export const toMultibase = (bytes: Uint8Array): string => `z${encode(bytes)}`
