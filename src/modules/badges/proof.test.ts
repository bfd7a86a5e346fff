import { createPrivateKey, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { loadDocument } from './documents.ts'
import { multibase, rawOf } from './domain/multikey.ts'
import teamwork from './fixtures/dcc-teamwork.json' with { type: 'json' }
import alumni from './fixtures/w3c-alumni.json' with { type: 'json' }
import { canonize, hashData, isProvenBy, type ProofOptions, signProof } from './proof.ts'

// The example speaks of alumni, in a vocabulary that is made for examples and that the product does not carry.
const examples = 'https://www.w3.org/ns/credentials/examples/v2'
const load: typeof loadDocument = async (address) =>
  address === examples
    ? {
        document: { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
        documentUrl: address,
      }
    : loadDocument(address)

function published(): KeyObject {
  const secret = multibase(alumni.privateKeyMultibase) as Uint8Array
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'OKP',
      crv: 'Ed25519',
      d: Buffer.from(secret.subarray(2)).toString('base64url'),
      x: Buffer.from(rawOf(alumni.publicKeyMultibase) as Uint8Array).toString('base64url'),
    },
  })
}

describe('a badge is signed as the W3C says', () => {
  test.each(alumni.published)(
    'the example published in $in gives its hashes and its signature',
    async (example) => {
      const { proofValue, ...options } = example.proof
      expect((await hashData(alumni.document, options, load)).toString('hex')).toBe(example.combinedHash)
      const signed = await signProof(alumni.document, options as ProofOptions, published(), load)
      expect(signed.proof.proofValue).toBe(proofValue)
      expect(await isProvenBy(signed, signed.proof, alumni.publicKeyMultibase, load)).toBe(true)
    },
  )

  test('a badge somebody else published is read the way its maker signed it', async () => {
    const key = teamwork.issuer.id.slice('did:key:'.length)
    expect(await isProvenBy(teamwork, teamwork.proof, key)).toBe(true)
    expect(await isProvenBy(teamwork, teamwork.proof, alumni.publicKeyMultibase)).toBe(false)
  })

  test('a vocabulary we do not carry is fetched from nowhere, and refused', async () => {
    await expect(canonize(alumni.document)).rejects.toThrow()
    await expect(canonize({ '@context': 'http://localhost:1/context' })).rejects.toThrow()
  })

  test('a word without a meaning is refused rather than left out of what is signed', async () => {
    await expect(canonize({ ...teamwork, grade: 'excellent' })).rejects.toThrow()
  })
})
