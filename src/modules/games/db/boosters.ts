import type { SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

export interface Booster {
  centre: number
  pack: string
  easy: boolean
  language: string
  contact: SealedContact
  tokenHash: Buffer
  tokenSealed: Buffer
}

/** Writes it; null when that contact is written to about that game already. */
export async function insertBooster(work: Work<'games'>, asked: Booster): Promise<number | null> {
  await sql`insert into games.boosters
      (centre_id, pack, easy, language, contact_key, phone_sealed, email_sealed, token_hash, token_sealed, created_at)
    values (${asked.centre}, ${asked.pack}, ${asked.easy}, ${asked.language}, ${asked.contact.key},
      ${asked.contact.phoneSealed}, ${asked.contact.emailSealed}, ${asked.tokenHash}, ${asked.tokenSealed}, ${work.now})
    on conflict do nothing`.execute(work.tx)
  // Whoever asks reads no table: only what her own link opens.
  return (await readBoostedPack(work, asked.tokenHash))?.id ?? null
}

/** What a message is written from; undefined once it was stopped. */
export const readBooster = (work: Work<'games'>, id: number) =>
  work.tx
    .selectFrom('games.boosters')
    .select(['pack', 'easy', 'language', 'phone_sealed', 'email_sealed', 'token_sealed as tokenSealed'])
    .where('id', '=', id)
    .executeTakeFirst()

/** The game a link is about; null for a forged one, or once it was stopped. */
export async function readBoostedPack(
  work: Work<'games'>,
  hash: Buffer,
): Promise<{ id: number; pack: string; easy: boolean } | null> {
  const { rows } = await sql<{ id: number; pack: string; easy: boolean }>`
    select id, pack, easy from games.boosted_pack(${hash})`.execute(work.tx)
  return rows[0] ?? null
}

/** Deletes it for good; false when it was gone already. */
export async function deleteBooster(work: Work<'games'>, hash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select games.stop_booster(${hash}) as gone`.execute(work.tx)
  return rows[0]?.gone ?? false
}

/** Forgets those whose three messages have left. */
export async function forgetBoosters(work: Work<'games'>, before: Temporal.Instant): Promise<void> {
  await work.tx.deleteFrom('games.boosters').where('created_at', '<', before).execute()
}
