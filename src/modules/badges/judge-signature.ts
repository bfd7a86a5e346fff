import type { JWK } from 'jose'
import type { PublishedKey } from './db/keys.ts'
import { issuerOf } from './domain/credential.ts'
import type { Found } from './domain/found.ts'
import { issuerOfBadge, type Shaped } from './domain/shape.ts'
import { no, ok, type Step } from './domain/verdict.ts'
import { isJwtOf } from './jwt.ts'
import { methodOf } from './keys.ts'
import { isProvenBy, type Json } from './proof.ts'

type Given = Extract<Found, { is: 'document' | 'jwt' }>
interface Ours {
  site: string
  keys: readonly PublishedKey[]
}

/** Whose key it is, and whether it made the signature: two steps, the second only with a key in hand. */
export async function judgeSignature(found: Given, badge: Shaped, ours: Ours): Promise<Step[]> {
  if (found.is === 'jwt') {
    const { alg, kid } = found.header
    if (alg !== 'RS256') return [no('proof', 'proof.kind')]
    const judged = judgeKey(String(kid), badge, ours, 'rs256', badge.validFrom)
    if (!judged.key) return withoutKey(judged.step)
    return [judged.step, provenOrNot(await isJwtOf(found.jwt, JSON.parse(judged.key) as JWK))]
  }
  const proof = proofOf(badge.proof)
  if (!proof) return [no('proof', 'proof.kind')]
  const judged = judgeKey(String(proof.verificationMethod), badge, ours, 'ed25519', proof.created)
  if (!judged.key) return withoutKey(judged.step)
  const isProven = await isProvenBy(found.document, proof, judged.key).catch(() => false)
  return [judged.step, provenOrNot(isProven)]
}

const withoutKey = (step: Step): Step[] => [
  step,
  { name: 'proof', state: step.state === 'no' ? 'skipped' : 'unknown', word: 'proof.skipped', values: {} },
]
const provenOrNot = (isProven: boolean) => (isProven ? ok('proof', 'proof.ok') : no('proof', 'proof.no'))

/** The proof we can judge: eddsa-rdfc-2022, made to assert; null when there is none. */
function proofOf(given: unknown): Json | null {
  const proofs = Array.isArray(given) ? given : [given]
  const known = proofs.find(
    (proof) =>
      proof?.type === 'DataIntegrityProof' &&
      proof.cryptosuite === 'eddsa-rdfc-2022' &&
      proof.proofPurpose === 'assertionMethod',
  )
  return known ?? null
}

/** The key a badge names, when it is its issuer's and we hold it: ours, or one written in the issuer's own name (did:key). */
function judgeKey(
  method: string,
  badge: Shaped,
  { site, keys }: Ours,
  kind: PublishedKey['kind'],
  signedAt: unknown,
): { step: Step; key: string | null } {
  const issuer = issuerOfBadge(badge)
  if (issuer.id === issuerOf(site)) {
    const key = keys.find((one) => one.kind === kind && methodOf(site, one) === method)
    if (!key) return { step: no('key', 'key.no'), key: null }
    return { step: judgeAge(key, signedAt), key: key.published }
  }
  const [controller, fragment] = method.split('#')
  if (controller !== issuer.id) return { step: no('key', 'key.no'), key: null }
  if (issuer.id.startsWith('did:key:') && kind === 'ed25519') {
    const own = issuer.id.slice('did:key:'.length)
    return fragment === undefined || fragment === own
      ? { step: ok('key', 'key.ok'), key: own }
      : { step: no('key', 'key.no'), key: null }
  }
  return {
    step: { name: 'key', state: 'unknown', word: 'key.away', values: { name: issuer.name } },
    key: null,
  }
}

/** A key of yesterday is good for what it signed in its time. */
function judgeAge({ from, retired }: PublishedKey, signedAt: unknown): Step {
  const at = momentOf(signedAt)
  // Proofs say when they were made to the second.
  if (!at || Temporal.Instant.compare(at, from.round({ smallestUnit: 'second', roundingMode: 'floor' })) < 0)
    return no('key', 'key.no')
  if (!retired) return ok('key', 'key.ok')
  const isLate = Temporal.Instant.compare(at, retired) > 0
  return isLate ? no('key', 'key.late', { day: retired }) : ok('key', 'key.retired', { day: retired })
}

function momentOf(text: unknown): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(String(text))
  } catch {
    return null
  }
}
