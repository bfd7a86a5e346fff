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
  const game = await owner.query<{ id: number }>(
    `insert into games.games (centre_id, code, title, choices, total, opened_by, opened_at, changed_at)
     values ($1, 'K7P' || (22 + $1)::text, '{"fr":"Jeu"}', '{}', 1, $2, now(), now()) returning id`,
    [centre, member],
  )
  const id = game.rows[0]?.id
  await owner.query(
    `insert into games.questions (game_id, centre_id, position, pack, item) values ($1, $2, 1, 'scams', '{"id":"x"}')`,
    [id, centre],
  )
  await owner.query(
    `with seat as (
       insert into games.seats (game_id, centre_id, code, name, way, token_hash, sat_at)
       values ($1, $2, '4821', 'Amina', 'phone', $3, now()) returning id)
     insert into games.answers (game_id, centre_id, position, seat_id, way, answer, verdict, answered_at)
     select $1, $2, 1, id, 'phone', '{"chosen":["a"]}', 'right', now() from seat`,
    [id, centre, randomBytes(32)],
  )
  await owner.query(
    `insert into games.figures (game_id, centre_id, position, pack, item, on_day, people, "right", partly, wrong)
     values ($1, $2, 1, 'scams', 'x', current_date, 1, 1, 0, 0)`,
    [id, centre],
  )
}
