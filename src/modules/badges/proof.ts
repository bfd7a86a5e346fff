import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import jsonld from 'jsonld'
import { loadDocument } from './documents.ts'
import { multibase, rawOf, toMultibase } from './domain/multikey.ts'

/** A document in JSON, as one reads it. */
export type Json = Record<string, unknown>

/** What a proof says of itself before its value. */
export interface ProofOptions extends Json {
  type: 'DataIntegrityProof'
  cryptosuite: 'eddsa-rdfc-2022'
  /** When it was made, as XML Schema writes a moment: « 2026-12-01T08:00:00Z ». */
  created: string
  verificationMethod: string
  proofPurpose: 'assertionMethod'
}

type Load = typeof loadDocument

/**
 * The canonical form of a document (RDFC-1.0, N-Quads). Throws when a word of it has no meaning in its vocabularies, or
 * when its graph is made to take forever: nothing is ever dropped in silence.
 */
export async function canonize(document: Json, load: Load = loadDocument): Promise<string> {
  const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    documentLoader: load,
    safe: true,
    // A graph of unnamed nodes can be knotted on purpose; a badge has a handful of them, all different.
    canonizeOptions: { maxWorkFactor: 1 },
  }
  return (await jsonld.canonize(document, options as unknown as jsonld.Options.Normalize)) as string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/**
 * What is signed: the hash of the proof's options, then the hash of the document (64 bytes).
 * Source: W3C Data Integrity EdDSA Cryptosuites 1.0, §3.2 (eddsa-rdfc-2022).
 */
export async function hashData(document: Json, options: Json, load: Load = loadDocument): Promise<Buffer> {
  const { proof: _, ...unsecured } = document
  const { proofValue: __, ...rest } = options
  const config = { '@context': document['@context'], ...rest }
  return Buffer.concat([sha256(await canonize(config, load)), sha256(await canonize(unsecured, load))])
}

/** The same document with its proof. `key` is an Ed25519 private key. */
export async function signProof<D extends Json>(
  document: D,
  options: ProofOptions,
  key: KeyObject,
  load: Load = loadDocument,
): Promise<D & { proof: ProofOptions & { proofValue: string } }> {
  const value = sign(null, await hashData(document, options, load), key)
  return { ...document, proof: { ...options, proofValue: toMultibase(value) } }
}

/** Whether a proof of the document was made with the private half of a public key (« z6Mk… »). Throws as {@link canonize} does. */
export async function isProvenBy(
  document: Json,
  proof: Json,
  multikey: string,
  load: Load = loadDocument,
): Promise<boolean> {
  const raw = rawOf(multikey)
  const value = typeof proof.proofValue === 'string' ? multibase(proof.proofValue) : null
  if (!raw || value?.length !== 64) return false
  const x = Buffer.from(raw).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, await hashData(document, proof, load), key, value)
}
