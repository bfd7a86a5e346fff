import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'

/** A row in each table of mentoring, for one centre: a founder, her mentor, the matching that proposed them, a meeting. */
export async function writeMentoringRows(
  owner: pg.Pool,
  seal: Seal,
  { centre, member, name = 'Amina' }: { centre: number; member: number; name?: string },
): Promise<void> {
  const insert = async (statement: string, values: unknown[]): Promise<number> =>
    Number((await owner.query(statement, values)).rows[0]?.id ?? 0)
  const sealed = seal.close('+33639980012')
  const founder = await insert(
    `insert into ventures.founders (centre_id, name, language, token_hash, token_sealed, idea, stage, sector, needs, started_at, last_step_at)
     values ($1, $2, 'fr', $3, $4, 'Des gâteaux', 'idea', 'food', '{money}', now(), now()) returning id`,
    [centre, name, randomBytes(32), sealed],
  )
  const mentor = await insert(
    `insert into mentoring.mentors (centre_id, name, contact_key, phone_sealed, language, token_hash, token_sealed, helps, languages, weekly, capacity, status, asked_at, last_step_at)
     values ($1, $2, $3, $4, 'fr', $3, $4, '{money}', '{fr}', '{2-morning}', 2, 'welcome', now(), now()) returning id`,
    [centre, name, randomBytes(32), sealed],
  )
  const round = await insert(
    `insert into mentoring.rounds (centre_id, method, status, member_id, asked_at) values ($1, 'scores', 'ready', $2, now()) returning id`,
    [centre, member],
  )
  const pair = [centre, founder, mentor]
  await insert(`insert into mentoring.asks (centre_id, founder_id, asked_at) values ($1, $2, now())`, [
    centre,
    founder,
  ])
  await insert(
    `insert into mentoring.wishes (side, centre_id, founder_id, mentor_id, rank) values ('founder', $1, $2, $3, 1)`,
    pair,
  )
  await insert(
    `insert into mentoring.apart (centre_id, founder_id, mentor_id, since) values ($1, $2, $3, now())`,
    pair,
  )
  for (const table of ['proposed', 'blocking'])
    await insert(
      `insert into mentoring.${table} (centre_id, founder_id, mentor_id, round_id) values ($1, $2, $3, $4)`,
      [...pair, round],
    )
  const match = await insert(
    `insert into mentoring.matches (centre_id, founder_id, mentor_id, member_id, began_at, tell_at) values ($1, $2, $3, $4, now(), now()) returning id`,
    [...pair, member],
  )
  // Held: the figures of the month are written with it.
  const meeting = await insert(
    `insert into mentoring.meetings (centre_id, match_id, status, said_by, starts_at, how, minutes, written_at)
     values ($1, $2, 'held', 'founder', now(), 'centre', 45, now()) returning id`,
    [centre, match],
  )
  await insert(`insert into mentoring.words (meeting_id, centre_id, words) values ($1, $2, 'À bientôt')`, [
    meeting,
    centre,
  ])
}
