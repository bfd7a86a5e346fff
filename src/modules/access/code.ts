import { randomInt } from 'node:crypto'
import type { Seal } from '#platform/seal/index.ts'

/** A new code: how it is recognised, and how it is kept until its message leaves. */
export interface NewCode {
  hash: Buffer
  sealed: Buffer
}

/** The keyed fingerprint of a code: a million codes are soon tried by whoever holds a plain hash. */
export const fingerprintOfCode = (seal: Seal, code: string): Buffer =>
  seal.fingerprint(`sign-in code:${code}`)

/** Six digits nobody can foresee. */
export function newCode(seal: Seal): NewCode {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  return { hash: fingerprintOfCode(seal, code), sealed: seal.close(code) }
}
