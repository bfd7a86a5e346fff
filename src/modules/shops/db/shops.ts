import type { SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Sector, Size } from '../domain/vocabulary.ts'

/** A shop that asked where it stands; it has no name. */
export interface Shop {
  id: number
  centre: number
  inseeCode: string
  town: string
  sector: Sector
  size: Size
  language: string
  phoneSealed: Buffer | null
  emailSealed: Buffer | null
  tokenSealed: Buffer
  startedAt: Temporal.Instant
  lastStepAt: Temporal.Instant
}

const shops = (work: Work<'shops'>) =>
  work.tx
    .selectFrom('shops.shops')
    .select([
      'id',
      'centre_id as centre',
      'insee_code as inseeCode',
      'town',
      'sector',
      'size',
      'language',
      'phone_sealed as phoneSealed',
      'email_sealed as emailSealed',
      'token_sealed as tokenSealed',
      'started_at as startedAt',
      'last_step_at as lastStepAt',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof shops>['executeTakeFirstOrThrow']>>
const shopOf = (row: Row): Shop => ({
  ...row,
  id: Number(row.id),
  sector: row.sector as Sector,
  size: row.size as Size,
})

export async function readShop(work: Work<'shops'>, id: number): Promise<Shop | null> {
  const row = await shops(work).where('id', '=', id).executeTakeFirst()
  return row ? shopOf(row) : null
}

export async function readShopByLink(work: Work<'shops'>, hash: Buffer): Promise<Shop | null> {
  const row = await shops(work).where('token_hash', '=', hash).executeTakeFirst()
  return row ? shopOf(row) : null
}

/** The shops nearest to the centre of this work, the last to have done something first. */
export async function readShops(work: Work<'shops'>, most: number): Promise<Shop[]> {
  return (await shops(work).orderBy('last_step_at', 'desc').orderBy('id').limit(most).execute()).map(shopOf)
}

export async function insertShop(
  work: Work<'shops'>,
  shop: {
    centre: number
    inseeCode: string
    town: string
    sector: Sector
    size: Size
    language: string
    link: { hash: Buffer; sealed: Buffer }
  },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('shops.shops')
    .values({
      centre_id: shop.centre,
      insee_code: shop.inseeCode,
      town: shop.town,
      sector: shop.sector,
      size: shop.size,
      language: shop.language,
      token_hash: shop.link.hash,
      token_sealed: shop.link.sealed,
      started_at: work.now,
      last_step_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

/** It did something today: the two years after which it is forgotten begin again. */
export async function touchShop(work: Work<'shops'>, id: number): Promise<void> {
  await work.tx.updateTable('shops.shops').set({ last_step_at: work.now }).where('id', '=', id).execute()
}

/** Keeps a way to ask again, or takes it away. */
export async function writeContact(
  work: Work<'shops'>,
  id: number,
  contact: SealedContact | null,
): Promise<void> {
  await work.tx
    .updateTable('shops.shops')
    .set({
      contact_key: contact?.key ?? null,
      phone_sealed: contact?.phoneSealed ?? null,
      email_sealed: contact?.emailSealed ?? null,
    })
    .where('id', '=', id)
    .execute()
}

export async function deleteShop(work: Work<'shops'>, id: number): Promise<void> {
  await work.tx.deleteFrom('shops.shops').where('id', '=', id).execute()
}

/** The centre of the shop a link opens; null when it opens nobody's. */
export async function readCentreOfShop(work: Work<'shops'>, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select shops.centre_of_token(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}

/** Forgets, in every centre, the shops that did nothing since a moment. Tells how many. */
export async function forgetShops(work: Work<'shops'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select shops.forget(${before}) as forgotten`.execute(
    work.tx,
  )
  return rows[0]?.forgotten ?? 0
}
