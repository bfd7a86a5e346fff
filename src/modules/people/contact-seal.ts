import type { Seal } from '#platform/seal/index.ts'
import type { Contact } from './domain/contact.ts'

/** A contact as the database keeps it: found by its fingerprint, read only with the key. */
export interface SealedContact {
  key: Buffer
  phoneSealed: Buffer | null
  emailSealed: Buffer | null
}

export function sealContact(seal: Seal, contact: Contact): SealedContact {
  const sealed = seal.close(contact.canonical)
  return {
    key: seal.fingerprint(`${contact.kind}:${contact.canonical}`),
    phoneSealed: contact.kind === 'phone' ? sealed : null,
    emailSealed: contact.kind === 'email' ? sealed : null,
  }
}

/** The contact of a row, or null for somebody who came without giving one. */
export function openContact(
  seal: Seal,
  row: { phone_sealed: Buffer | null; email_sealed: Buffer | null },
): Contact | null {
  if (row.phone_sealed) return { kind: 'phone', canonical: seal.open(row.phone_sealed) }
  if (row.email_sealed) return { kind: 'email', canonical: seal.open(row.email_sealed) }
  return null
}
