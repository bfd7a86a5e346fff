import type { SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Who shows what she made. The contact is sealed, and she may have given none. */
export interface Author {
  id: number
  centre: number
  name: string
  phone_sealed: Buffer | null
  email_sealed: Buffer | null
  language: string
  tokenSealed: Buffer
}

export interface NewAuthor {
  centre: number
  name: string
  contact: SealedContact | null
  language: string
  link: { hash: Buffer; sealed: Buffer }
}

export async function insertAuthor(work: Work<'projects'>, who: NewAuthor): Promise<number> {
  const { id } = await work.tx
    .insertInto('projects.authors')
    .values({
      centre_id: who.centre,
      name: who.name,
      contact_key: who.contact?.key ?? null,
      phone_sealed: who.contact?.phoneSealed ?? null,
      email_sealed: who.contact?.emailSealed ?? null,
      language: who.language,
      token_hash: who.link.hash,
      token_sealed: who.link.sealed,
      created_at: work.now,
      last_step_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

const authors = (work: Work<'projects'>) =>
  work.tx
    .selectFrom('projects.authors')
    .select([
      'id',
      'centre_id as centre',
      'name',
      'phone_sealed',
      'email_sealed',
      'language',
      'token_sealed as tokenSealed',
    ])

export async function readAuthor(work: Work<'projects'>, id: number): Promise<Author | null> {
  const row = await authors(work).where('id', '=', id).executeTakeFirst()
  return row ? { ...row, id: Number(row.id) } : null
}

export async function readAuthorByLink(work: Work<'projects'>, hash: Buffer): Promise<Author | null> {
  const row = await authors(work).where('token_hash', '=', hash).executeTakeFirst()
  return row ? { ...row, id: Number(row.id) } : null
}

/** Authors who gave this contact, the latest first: one contact may hold several links. */
export async function readAuthorsOfContact(
  work: Work<'projects'>,
  { centre, key }: { centre: number; key: Buffer },
): Promise<number[]> {
  const rows = await work.tx
    .selectFrom('projects.authors')
    .select('id')
    .where('centre_id', '=', centre)
    .where('contact_key', '=', key)
    .orderBy('last_step_at', 'desc')
    .limit(3)
    .execute()
  return rows.map(({ id }) => Number(id))
}

/** She did something: what is kept of her is kept twelve months from now. */
export async function touchAuthor(work: Work<'projects'>, id: number): Promise<void> {
  await work.tx.updateTable('projects.authors').set({ last_step_at: work.now }).where('id', '=', id).execute()
}

/** Erases somebody and everything she made. */
export async function deleteAuthor(work: Work<'projects'>, id: number): Promise<void> {
  await work.tx.deleteFrom('projects.authors').where('id', '=', id).execute()
}

/** The centre of the author a link opens; null when it opens nobody's. */
export async function readCentreOfLink(work: Work<'projects'>, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select projects.centre_of_token(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}

/** Forgets, in every centre, whoever did nothing since a moment, and drafts nobody came back to since another. */
export async function forgetAuthors(
  work: Work<'projects'>,
  { before, draftsBefore }: { before: Temporal.Instant; draftsBefore: Temporal.Instant },
): Promise<void> {
  await sql`select projects.forget(${before}, ${draftsBefore})`.execute(work.tx)
}
