import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'

/** A row in each table of the board, for one centre: two neighbours, a notice nobody has read yet, an answer. */
export async function writeBoardRows(
  owner: pg.Pool,
  seal: Seal,
  { centre, name = 'Amina' }: { centre: number; name?: string },
): Promise<void> {
  const neighbour = async () =>
    Number(
      (
        await owner.query(
          `insert into board.neighbours (centre_id, name, contact_key, phone_sealed, language, token_hash, token_sealed, created_at, last_step_at)
           values ($1, $2, $3, $4, 'fr', $5, $4, now(), now()) returning id`,
          [centre, name, randomBytes(32), seal.close('+33639980012'), randomBytes(32)],
        )
      ).rows[0].id,
    )
  const [author, other] = [await neighbour(), await neighbour()]
  const { rows } = await owner.query<{ id: number }>(
    `insert into board.notices (centre_id, neighbour_id, pin, side, subject, sentence, written_in, languages, half_days, valid_until, created_at)
     values ($1, $2, 1, 'ask', 'photos', 'Ma boutique a besoin de photos.', 'fr', '{fr}', '{week-morning}', current_date + 30, now()) returning id`,
    [centre, author],
  )
  const notice = rows[0]?.id
  await owner.query(
    `insert into board.introductions (centre_id, notice_id, other_id, proposed_at) values ($1, $2, $3, now())`,
    [centre, notice, other],
  )
  await owner.query(
    `insert into board.reports (notice_id, centre_id, reason, reported_at) values ($1, $2, 'money', now())`,
    [notice, centre],
  )
  await owner.query(
    `insert into board.figures (centre_id, month, subject, asks) values ($1, date_trunc('month', now())::date, 'photos', 1)
     on conflict do nothing`,
    [centre],
  )
}
