import type { SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Who asks, offers or answers. The contact is sealed. */
export interface Neighbour {
  id: number
  centre: number
  name: string
  phone_sealed: Buffer | null
  email_sealed: Buffer | null
  language: string
  tokenSealed: Buffer
}

export interface NewNeighbour {
  centre: number
  name: string
  contact: SealedContact
  language: string
  link: { hash: Buffer; sealed: Buffer }
}

/**
 * The neighbour of this contact, made when there is none, and locked until the transaction ends: what she holds is
 * counted by one request at a time. A known one keeps her name, her language and her link.
 */
export async function lockNeighbour(work: Work<'board'>, who: NewNeighbour): Promise<number> {
  const { id } = await work.tx
    .insertInto('board.neighbours')
    .values({
      centre_id: who.centre,
      name: who.name,
      contact_key: who.contact.key,
      phone_sealed: who.contact.phoneSealed,
      email_sealed: who.contact.emailSealed,
      language: who.language,
      token_hash: who.link.hash,
      token_sealed: who.link.sealed,
      created_at: work.now,
      last_step_at: work.now,
    })
    .onConflict((known) =>
      known.columns(['centre_id', 'contact_key']).doUpdateSet({ last_step_at: work.now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

const neighbours = (work: Work<'board'>) =>
  work.tx
    .selectFrom('board.neighbours')
    .select([
      'id',
      'centre_id as centre',
      'name',
      'phone_sealed',
      'email_sealed',
      'language',
      'token_sealed as tokenSealed',
    ])

export async function readNeighbour(work: Work<'board'>, id: number): Promise<Neighbour | null> {
  const row = await neighbours(work).where('id', '=', id).executeTakeFirst()
  return row ? { ...row, id: Number(row.id) } : null
}

export async function readNeighbours(
  work: Work<'board'>,
  ids: readonly number[],
): Promise<Map<number, Neighbour>> {
  if (ids.length === 0) return new Map()
  const rows = await neighbours(work)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [Number(row.id), { ...row, id: Number(row.id) }]))
}

export async function readNeighbourByLink(work: Work<'board'>, hash: Buffer): Promise<Neighbour | null> {
  const row = await neighbours(work).where('token_hash', '=', hash).executeTakeFirst()
  return row ? { ...row, id: Number(row.id) } : null
}

/** She did something: what is kept of her is kept twelve months from now. */
export async function touchNeighbour(work: Work<'board'>, id: number): Promise<void> {
  await work.tx.updateTable('board.neighbours').set({ last_step_at: work.now }).where('id', '=', id).execute()
}

/** Erases somebody, her notices and her introductions. */
export async function deleteNeighbour(work: Work<'board'>, id: number): Promise<void> {
  await work.tx.deleteFrom('board.neighbours').where('id', '=', id).execute()
}

/** The centre of the neighbour a link opens; null when it opens nobody's. */
export async function readCentreOfLink(work: Work<'board'>, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select board.centre_of_token(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}

/** Forgets, in every centre, whoever did nothing since a moment. */
export async function forgetNeighbours(work: Work<'board'>, before: Temporal.Instant): Promise<void> {
  await sql`select board.forget(${before})`.execute(work.tx)
}
