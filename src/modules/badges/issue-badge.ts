import { randomInt, randomUUID } from 'node:crypto'
import { record } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readCentre } from './db/centre.ts'
import { insertCredential, readGiven } from './db/credentials.ts'
import { readOpenList, readTaken } from './db/status.ts'
import { achievementOf } from './domain/achievements.ts'
import { credentialJson, moment } from './domain/credential.ts'
import { signJwt } from './jwt.ts'
import { signingKey } from './keys.ts'
import { signProof } from './proof.ts'
import { listBits } from './status-list.ts'
import { wordingOf } from './wording.ts'

/** Badges are written in the language of whom they will be shown to. */
const written = 'fr'

/** A badge given, and the token of its holder's link: `/b/<token>`. */
export interface Issued {
  id: string
  token: string
  /** False when this person already had it: she is given the same one again. */
  isNew: boolean
}

/**
 * Gives a badge. `subject` names whom in words of the caller (`learner:12`); the same one is given an achievement once,
 * and is known by a number that means nothing elsewhere. Without it, every call gives a new badge.
 */
export async function issueBadge(
  work: Work<'badges' | 'network' | 'access'>,
  house: Pick<House, 'seal' | 'settings'>,
  command: { achievement: string; subject?: string },
): Promise<Result<Issued, { refusal: 'achievement-unknown' | 'no-centre' }>> {
  const { seal } = house
  const site = house.settings.publicUrl
  const achievement = achievementOf(command.achievement)
  if (!achievement) return refuse({ refusal: 'achievement-unknown' })
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (centre === null) return refuse({ refusal: 'no-centre' })
  const subject = command.subject === undefined ? randomUUID() : opaque(seal, command.subject)
  const given = await readGiven(work, subject, achievement.id)
  if (given) return done({ id: given.id, token: seal.open(given.tokenSealed), isNew: false })

  const id = randomUUID()
  const token = newToken()
  const status = await freeBit(work)
  const validUntil = achievement.months
    ? work.now.toZonedDateTimeISO('UTC').add({ months: achievement.months }).toInstant()
    : null
  const unsigned = credentialJson({
    site,
    id,
    subject,
    achievement,
    wording: wordingOf(written, achievement),
    language: written,
    centre: await readCentre(work, centre),
    issuedAt: work.now,
    validUntil,
    status,
  })
  const key = await signingKey(work, seal, site, 'ed25519')
  const signed = await signProof(
    unsigned,
    {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: moment(work.now),
      verificationMethod: key.method,
      proofPurpose: 'assertionMethod',
    },
    key.key,
  )
  await insertCredential(work, {
    id,
    centre,
    achievement: achievement.id,
    evidence: achievement.evidence,
    subject,
    tokenHash: hashOf(token),
    tokenSealed: seal.close(token),
    validUntil,
    status,
    document: JSON.stringify(signed, null, 2),
    jwt: await signJwt(unsigned, await signingKey(work, seal, site, 'rs256')),
  })
  await record(work, 'badges.give', `badge:${id}`)
  return done({ id, token, isNew: true })
}

/** A number made of whom it is for with a key: the same each time, and nobody else can tell whose it is (UUID version 8). */
function opaque(seal: Seal, subject: string): string {
  const bytes = seal.fingerprint(`badge:${subject}`).subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** A bit nobody has, at random: its place in the list says nothing of when or to whom. */
async function freeBit(work: Work<'badges'>): Promise<{ list: number; index: number }> {
  const list = await readOpenList(work, listBits)
  const tries = Array.from({ length: 32 }, () => randomInt(listBits))
  const taken = await readTaken(work, list, tries)
  const index = tries.find((at) => !taken.has(at))
  if (index === undefined) throw new Error('a list that is half empty has a free bit among thirty-two')
  return { list, index }
}
