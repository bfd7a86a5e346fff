import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps contacts unreadable in a stolen database, yet findable by whoever holds the key. */
export interface Seal {
  /** Encrypts (AES-256-GCM): 12 bytes of nonce, 16 of tag, then the text. */
  close(text: string): Buffer
  /** Decrypts. Throws when the bytes were changed or the key is another one. */
  open(sealed: Buffer): string
  /** A keyed fingerprint (HMAC-SHA-256): equal texts have equal fingerprints, and nobody without the key can try numbers. */
  fingerprint(text: string): Buffer
}

export function openSeal(secret: Buffer): Seal {
  const cipherKey = Buffer.from(hkdfSync('sha256', secret, '', 'maillage seal', 32))
  const fingerprintKey = Buffer.from(hkdfSync('sha256', secret, '', 'maillage fingerprint', 32))
  return {
    close(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
    fingerprint: (text) => createHmac('sha256', fingerprintKey).update(text).digest(),
  }
}

/** 128 bits nobody can guess, as 22 characters that fit in a link. */
export const newToken = () => randomBytes(16).toString('base64url')

/** What we keep of a token or a key: enough to recognise it, not to use it. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest()
