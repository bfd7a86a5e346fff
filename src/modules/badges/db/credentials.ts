import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Evidence } from '../domain/achievements.ts'
import type { Reason } from '../domain/reasons.ts'

/** A badge as it was given. */
export interface Credential {
  id: string
  centre: number
  achievement: string
  evidence: Evidence
  tokenSealed: Buffer
  issuedAt: Temporal.Instant
  validUntil: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
  revokedReason: Reason | null
  document: string
  jwt: string
}

const columns = sql`id, centre_id as centre, achievement, evidence, token_sealed as "tokenSealed", issued_at as "issuedAt",
  valid_until as "validUntil", revoked_at as "revokedAt", revoked_reason as "revokedReason", document, jwt`

/** The badge a link opens; null for a link nobody holds. */
export async function readHeld(work: Work<'badges'>, tokenHash: Buffer): Promise<Credential | null> {
  const { rows } = await sql<Credential>`select ${columns} from badges.held(${tokenHash})`.execute(work.tx)
  return rows[0] ?? null
}

/** A badge by its own number, as it was signed; null when we gave none like it, or when its holder erased it. */
export async function readShown(
  work: Work<'badges'>,
  id: string,
): Promise<{ document: string; revoked: boolean } | null> {
  const { rows } = await sql<{ document: string; revoked: boolean }>`
    select document, revoked_at is not null as revoked from badges.shown(${id}::uuid)`.execute(work.tx)
  return rows[0] ?? null
}

/** The badge somebody already has for an achievement; null when there is none. */
export async function readGiven(
  work: Work<'badges'>,
  subject: string,
  achievement: string,
): Promise<{ id: string; tokenSealed: Buffer } | null> {
  const { rows } = await sql<{ id: string; tokenSealed: Buffer }>`
    select id, token_sealed as "tokenSealed" from badges.given_to(${subject}::uuid, ${achievement})`.execute(
    work.tx,
  )
  return rows[0] ?? null
}

/** A badge of the actor's centre; null when there is none. Locked, on demand, until the end of the transaction. */
export async function readCredential(
  work: Work<'badges'>,
  id: string,
  { lock = false } = {},
): Promise<Credential | null> {
  const { rows } = await sql<Credential>`
    select ${columns} from badges.credentials where id = ${id}::uuid ${lock ? sql`for update` : sql``}`.execute(
    work.tx,
  )
  return rows[0] ?? null
}

/** The latest badges of the actor's centre, the newest first. */
export async function readLatest(work: Work<'badges'>, limit: number): Promise<Credential[]> {
  const { rows } = await sql<Credential>`
    select ${columns} from badges.credentials order by issued_at desc, id limit ${limit}`.execute(work.tx)
  return rows
}

/** Writes a badge; its bit is taken with it. A bit already taken is a unique violation. */
export async function insertCredential(
  work: Work<'badges'>,
  row: {
    id: string
    centre: number
    achievement: string
    evidence: Evidence
    subject: string
    tokenHash: Buffer
    tokenSealed: Buffer
    validUntil: Temporal.Instant | null
    status: { list: number; index: number }
    document: string
    jwt: string
  },
): Promise<void> {
  await work.tx
    .insertInto('badges.credentials')
    .values({
      id: row.id,
      centre_id: row.centre,
      achievement: row.achievement,
      evidence: row.evidence,
      subject: row.subject,
      token_hash: row.tokenHash,
      token_sealed: row.tokenSealed,
      issued_at: work.now,
      valid_until: row.validUntil,
      status_list: row.status.list,
      status_index: row.status.index,
      document: row.document,
      jwt: row.jwt,
    })
    .execute()
}

/** Revokes a badge for a reason, or gives it back when the reason is null. */
export async function writeRevocation(
  work: Work<'badges'>,
  id: string,
  reason: Reason | null,
): Promise<void> {
  await work.tx
    .updateTable('badges.credentials')
    .set({ revoked_at: reason && work.now, revoked_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** Erases a badge for whoever holds its link. Answers whether there was one. */
export async function eraseHeld(work: Work<'badges'>, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ erased: number }>`select badges.erase(${tokenHash}) as erased`.execute(work.tx)
  return rows[0]?.erased === 1
}

/** Whether the same person was given the same achievement again since a badge was revoked. */
export async function isGivenAgain(work: Work<'badges'>, id: string): Promise<boolean> {
  const { rows } = await sql<{ again: boolean }>`
    select exists (select from badges.credentials mine, badges.given_to(mine.subject, mine.achievement) other
      where mine.id = ${id}::uuid and other.id <> mine.id) as again`.execute(work.tx)
  return rows[0]?.again ?? false
}

/** Erases badges given before a moment, in every centre. Answers how many. */
export async function forgetBadges(work: Work<'badges'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    select badges.forget(${before.toString()}::timestamptz) as erased`.execute(work.tx)
  return rows[0]?.erased ?? 0
}
