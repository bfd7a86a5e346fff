import type { Work } from '#platform/work/index.ts'
import { readShown } from './db/credentials.ts'
import { readKeys } from './db/keys.ts'
import { readRevoked } from './db/status.ts'
import { badgesContext, credentialsContext, isKnownContext } from './documents.ts'
import { issuerOf } from './domain/credential.ts'
import { type Found, readJson } from './domain/found.ts'
import { issuerOfBadge, type Shaped, shapeOf } from './domain/shape.ts'
import { judgeDates, no, ok, type Step, type Verification, verdictOf } from './domain/verdict.ts'
import { judgeSignature } from './judge-signature.ts'

/**
 * Verifies what somebody gave us, step by step, with what this installation holds: its own keys and lists, and the
 * vocabularies it carries. Nothing is fetched. Never throws for anything a badge may contain.
 */
export async function verifyBadge(work: Work<'badges'>, site: string, given: Found): Promise<Verification> {
  const found = given.is === 'number' ? await ours(work, given.id) : given
  if (found === null) return verdictOf([no('read', 'read.absent')])
  if (found.is === 'nothing' || found.is === 'number')
    return verdictOf([no('read', found.is === 'nothing' ? `read.${found.why}` : 'read.none')])
  const steps: Step[] = [ok('read', 'read.ok')]

  const shaped = shapeWithContext(found)
  steps.push(shaped.step)
  if (!shaped.badge) return verdictOf(steps)
  const { badge } = shaped
  const isOurs = issuerOfBadge(badge).id === issuerOf(site)
  const keys = await readKeys(work)

  steps.push(judgeSubject(badge), judgeIssuer(badge, isOurs))
  steps.push(...(await judgeSignature(found, badge, { site, keys })))
  steps.push(judgeDates(badge, work.now), await judgeStatus(work, site, badge, isOurs))
  return verdictOf(steps, badge)
}

async function ours(work: Work<'badges'>, id: string): Promise<Found | null> {
  const shown = await readShown(work, id)
  return shown && readJson(shown.document)
}

type Given = Extract<Found, { is: 'document' | 'jwt' }>

function shapeWithContext(found: Given): { step: Step; badge: Shaped | null } {
  const contexts = found.document['@context']
  const list = Array.isArray(contexts) ? contexts : []
  const isBadge = list.some((address) => isKnownContext(address) && address.startsWith(badgesBase))
  if (list[0] !== credentialsContext || !isBadge || !list.every(isKnownContext))
    return { step: no('shape', 'shape.context'), badge: null }
  const shape = shapeOf(found.document)
  if (!shape.ok) return { step: no('shape', 'shape.no', { where: shape.where }), badge: null }
  const claim = found.is === 'jwt' ? wrongClaim(found.document, shape.badge) : null
  if (claim) return { step: no('shape', 'shape.no', { where: claim }), badge: null }
  return { step: ok('shape', 'shape.ok'), badge: shape.badge }
}
const badgesBase = badgesContext.slice(0, badgesContext.lastIndexOf('/') + 1)

/** A claim of a token that does not say what the badge in it says; null when all agree. */
function wrongClaim(claims: Record<string, unknown>, badge: Shaped): string | null {
  const expected = { iss: issuerOfBadge(badge).id, jti: badge.id, sub: badge.credentialSubject.id }
  const wrong = Object.entries(expected).find(
    ([claim, value]) => claims[claim] !== undefined && claims[claim] !== value,
  )
  return wrong?.[0] ?? null
}

function judgeSubject({ credentialSubject: { id, identifier } }: Shaped): Step {
  if (id?.startsWith('urn:uuid:')) return ok('subject', 'subject.ok')
  if (id) return ok('subject', 'subject.other', { who: id })
  if (identifier) return ok('subject', 'subject.ok')
  return no('subject', 'subject.no')
}

function judgeIssuer(badge: Shaped, isOurs: boolean): Step {
  if (isOurs) return ok('issuer', 'issuer.ok')
  return {
    name: 'issuer',
    state: 'unknown',
    word: 'issuer.other',
    values: { name: issuerOfBadge(badge).name },
  }
}

async function judgeStatus(
  work: Work<'badges'>,
  site: string,
  badge: Shaped,
  isOurs: boolean,
): Promise<Step> {
  const status = badge.credentialStatus
  if (!isOurs)
    return status
      ? { name: 'status', state: 'unknown', word: 'status.away', values: {} }
      : { name: 'status', state: 'unknown', word: 'status.none', values: {} }
  const list = new RegExp(`^${RegExp.escape(site)}/badges/status/([1-9]\\d{0,3})$`).exec(
    String(status?.statusListCredential),
  )?.[1]
  const index = /^(0|[1-9]\d{0,5})$/.exec(String(status?.statusListIndex))?.[1]
  const isEntry = status?.type === 'BitstringStatusListEntry' && status.statusPurpose === 'revocation'
  const revoked = list && index && isEntry ? await readRevoked(work, Number(list)) : null
  if (!revoked) return no('status', 'status.odd')
  return revoked.includes(Number(index)) ? no('status', 'status.revoked') : ok('status', 'status.ok')
}
