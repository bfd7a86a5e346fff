import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { isGivenAgain, readCredential, writeRevocation } from './db/credentials.ts'
import type { Reason } from './domain/reasons.ts'

/** How long a revocation can be taken back. */
const undoHours = 24

/** Takes a badge back: its bit is set in the published list, and verification says so. */
export async function revokeBadge(
  work: Work<'badges' | 'access'>,
  command: { id: string; reason: Reason },
): Promise<Result<null, { refusal: 'badge-unknown' | 'already-revoked' }>> {
  const badge = await readCredential(work, command.id, { lock: true })
  if (!badge) return refuse({ refusal: 'badge-unknown' })
  if (badge.revokedAt) return refuse({ refusal: 'already-revoked' })
  await writeRevocation(work, badge.id, command.reason)
  await record(work, 'badges.revoke', `badge:${badge.id}`)
  return done(null)
}

/** Gives a revoked badge back, within the day, unless a new one took its place. */
export async function restoreBadge(
  work: Work<'badges' | 'access'>,
  command: { id: string },
): Promise<Result<null, { refusal: 'badge-unknown' | 'not-revoked' | 'too-late' | 'given-again' }>> {
  const badge = await readCredential(work, command.id, { lock: true })
  if (!badge) return refuse({ refusal: 'badge-unknown' })
  if (!badge.revokedAt) return refuse({ refusal: 'not-revoked' })
  if (Temporal.Instant.compare(work.now, badge.revokedAt.add({ hours: undoHours })) > 0)
    return refuse({ refusal: 'too-late' })
  if (await isGivenAgain(work, badge.id)) return refuse({ refusal: 'given-again' })
  await writeRevocation(work, badge.id, null)
  await record(work, 'badges.restore', `badge:${badge.id}`)
  return done(null)
}
