import { nameKey, type SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Authorisation, Maker } from '../domain/vocabulary.ts'
import type { Ticket } from '../ticket.ts'

type Schemas = 'fablab' | 'people'

const makers = (work: Work<Schemas>) =>
  work.tx
    .selectFrom('fablab.makers as m')
    .innerJoin('people.residents as r', 'r.id', 'm.resident_id')
    .select([
      'm.id',
      'm.centre_id as centre',
      'm.resident_id as resident',
      'r.name',
      'm.kind',
      'm.birth_year as birthYear',
      'm.adult_name as adultName',
      'r.language',
      'r.phone_sealed as phoneSealed',
      'r.email_sealed as emailSealed',
      'm.token_sealed as tokenSealed',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof makers>['executeTakeFirstOrThrow']>>
const makerOf = (row: Row): Maker => ({
  ...row,
  id: Number(row.id),
  resident: Number(row.resident),
  kind: row.kind as Maker['kind'],
})

export async function readMaker(work: Work<Schemas>, id: number): Promise<Maker | null> {
  const row = await makers(work).where('m.id', '=', id).executeTakeFirst()
  return row ? makerOf(row) : null
}

export async function readMakerByLink(work: Work<Schemas>, hash: Buffer): Promise<Maker | null> {
  const row = await makers(work).where('m.token_hash', '=', hash).executeTakeFirst()
  return row ? makerOf(row) : null
}

/** Everybody of a family behind one contact, in the centre of this work. */
export async function readMakersByContact(work: Work<Schemas>, key: Buffer): Promise<Maker[]> {
  return (await makers(work).where('r.contact_key', '=', key).orderBy('m.id').execute()).map(makerOf)
}

/** The makers of the centre of this work, by name; at most `most`. */
export async function readMakers(work: Work<Schemas>, most: number): Promise<Maker[]> {
  return (await makers(work).orderBy('r.name').orderBy('m.id').limit(most).execute()).map(makerOf)
}

/** These makers, by their numbers. */
export async function readMakersOf(work: Work<Schemas>, ids: readonly number[]): Promise<Map<number, Maker>> {
  const rows = await makers(work)
    .where(sql<boolean>`m.id = any(${[...ids]})`)
    .execute()
  return new Map(rows.map(makerOf).map((maker) => [maker.id, maker]))
}

export interface NewMaker {
  centre: number
  name: string
  contact: SealedContact | null
  language: string
  throughHelper: boolean
  kind: Maker['kind']
  birthYear: number | null
  adultName: string | null
  ticket: Ticket
}

/**
 * Finds or makes the resident, finds or makes the maker: one statement, so that two equal requests are one person. What
 * was known of a minor stays known: nobody grows up by typing her name again.
 */
export async function upsertMaker(
  work: Work<Schemas>,
  maker: NewMaker,
): Promise<{ id: number; again: boolean }> {
  const addedBy = work.actor.kind === 'member' ? work.actor.member : null
  const { rows } = await sql<{ id: number; again: boolean }>`
    with person as (
      insert into people.residents
        (centre_id, name, name_key, contact_key, phone_sealed, email_sealed, through_helper, language, added_by, created_at, last_contact_at)
      values (${maker.centre}, ${maker.name}, ${nameKey(maker.name)}, ${maker.contact?.key ?? null}, ${maker.contact?.phoneSealed ?? null},
        ${maker.contact?.emailSealed ?? null}, ${maker.throughHelper}, ${maker.language}, ${addedBy}::int, ${work.now}, ${work.now})
      on conflict (centre_id, contact_key, name_key) do update set last_contact_at = excluded.last_contact_at, language = excluded.language
      returning id
    )
    insert into fablab.makers as m (centre_id, resident_id, kind, birth_year, adult_name, token_hash, token_sealed, started_at)
      select ${maker.centre}::int, person.id, ${maker.kind}, ${maker.birthYear}::int, ${maker.adultName}::text,
        ${maker.ticket.hash}::bytea, ${maker.ticket.sealed}::bytea, ${work.now}::timestamptz from person
      on conflict (resident_id) do update set started_at = m.started_at
      returning m.id, token_hash <> ${maker.ticket.hash} as again`.execute(work.tx)
  const row = rows[0]
  if (!row) throw new Error('A maker was neither found nor made')
  return { id: Number(row.id), again: row.again }
}

/** Makes a maker of a resident already known by the roll; the one she is, if she is one. */
export async function makerOfResident(
  work: Work<Schemas>,
  { centre, resident, ticket }: { centre: number; resident: number; ticket: Ticket },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into fablab.makers as m (centre_id, resident_id, token_hash, token_sealed, started_at)
      values (${centre}, ${resident}, ${ticket.hash}, ${ticket.sealed}, ${work.now})
      on conflict (resident_id) do update set started_at = m.started_at returning m.id`.execute(work.tx)
  return Number(rows[0]?.id)
}

/** She was met today: the year after which she is forgotten begins again. */
export async function touchMaker(work: Work<Schemas>, maker: Pick<Maker, 'resident'>): Promise<void> {
  await work.tx
    .updateTable('people.residents')
    .set({ last_contact_at: work.now })
    .where('id', '=', maker.resident)
    .where('last_contact_at', '<', work.now)
    .execute()
}

/** Erases a maker, her authorisations and her bookings; true when there was one. */
export async function deleteMaker(work: Work<'fablab'>, id: number): Promise<boolean> {
  const { numDeletedRows } = await work.tx.deleteFrom('fablab.makers').where('id', '=', id).executeTakeFirst()
  return Number(numDeletedRows) === 1
}

/** The centre of the maker a link opens; null when it opens nobody's. */
export async function readCentreOfMaker(work: Work<'fablab'>, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select fablab.centre_of_maker(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}

/** What these makers were shown. */
export async function readAuthorisations(
  work: Work<'fablab'>,
  makerIds: readonly number[],
): Promise<Authorisation[]> {
  const rows = await work.tx
    .selectFrom('fablab.authorisations')
    .select([
      'id',
      'maker_id as maker',
      'induction_id as induction',
      'granted_at as grantedAt',
      'expires_at as expiresAt',
      'unused_months as unusedMonths',
      'last_used_at as lastUsedAt',
      'withdrawn_at as withdrawnAt',
    ])
    .where(sql<boolean>`maker_id = any(${[...makerIds]})`)
    .orderBy('induction_id')
    .execute()
  return rows.map((row) => ({ ...row, id: Number(row.id), maker: Number(row.maker) }))
}
