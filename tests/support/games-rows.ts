import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'

/** A row in each table of games and exercises, for one centre. */
export async function writeGamesRows(
  owner: pg.Pool,
  seal: Seal,
  { centre, member }: { centre: number; member: number },
): Promise<void> {
  await owner.query(
    `insert into games.packs (centre_id, slug, content, brought_by, brought_at) values ($1, 'ours', '{}', $2, now())`,
    [centre, member],
  )
  await owner.query(
    `insert into games.boosters (centre_id, pack, easy, language, contact_key, phone_sealed, token_hash, token_sealed, created_at)
     values ($1, 'scams', false, 'fr', $2, $3, $4, $3, now())`,
    [centre, randomBytes(32), seal.close('+33639980011'), randomBytes(32)],
  )
  const { rows } = await owner.query<{ id: number }>(
    `insert into exercises.packages (centre_id, title, language, licence, file, sha256, brought_by, brought_at)
     values ($1, 'Vrai ou faux', 'fr', 'CC BY', '\\x00', '\\x00', $2, now()) returning id`,
    [centre, member],
  )
  await owner.query('insert into exercises.completions values ($1, $2, current_date, 3, 2.5, 3)', [
    rows[0]?.id,
    centre,
  ])
}
