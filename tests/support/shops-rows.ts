import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'

/** A shop of one centre that was measured and ticked an action; its figures are written with it. */
export async function writeShopsRows(owner: pg.Pool, seal: Seal, centre: number): Promise<void> {
  const { rows } = await owner.query<{ id: number }>(
    `insert into shops.shops (centre_id, insee_code, town, sector, size, language, contact_key, phone_sealed, token_hash, token_sealed, started_at, last_step_at)
     values ($1, $2, 'Saint-Ouen-sur-Seine', 'food', 'alone', 'fr', $3, $4, $3, $4, now(), now()) returning id`,
    [centre, `9${String(centre).padStart(4, '0')}`, randomBytes(32), seal.close('+33639980012')],
  )
  const shop = [rows[0]?.id, centre]
  await owner.query(
    `insert into shops.rounds (shop_id, centre_id, round, answers, started_at, finished_at)
     values ($1, $2, 'first', '{"opening-hours": "no"}', now(), now())`,
    shop,
  )
  await owner.query(
    `insert into shops.done_actions (shop_id, centre_id, question, done_at) values ($1, $2, 'opening-hours', now())`,
    shop,
  )
}
