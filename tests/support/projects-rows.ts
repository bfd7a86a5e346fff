import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'

/** A row in each table of projects, for one centre: a lamp nobody has looked at yet, and what hangs on it. */
export async function writeProjectsRows(
  owner: pg.Pool,
  seal: Seal,
  { centre, name = 'Amina' }: { centre: number; name?: string },
): Promise<void> {
  const idOf = async (sql: string, values: unknown[]) =>
    Number((await owner.query<{ id: string }>(sql, values)).rows[0]?.id)
  const author = await idOf(
    `insert into projects.authors (centre_id, name, contact_key, phone_sealed, language, token_hash, token_sealed, created_at, last_step_at)
     values ($1, $2, $3, $4, 'fr', $5, $4, now(), now()) returning id`,
    [centre, name, randomBytes(32), seal.close('+33639980013'), randomBytes(32)],
  )
  const project = await idOf(
    `insert into projects.projects (centre_id, author_id, title, sentence, machines, materials, minutes, difficulty, written_in, status, created_at)
     values ($1, $2, 'Lampe en bois', 'Une petite lampe de chevet.', '{laser}', '{wood}', 120, 'easy', 'fr', 'waiting', now()) returning id`,
    [centre, author],
  )
  const hung = [centre, project]
  await owner.query(
    `insert into projects.steps (centre_id, project_id, position, words) values ($1, $2, 1, 'Découpez le socle.')`,
    hung,
  )
  await owner.query(
    `insert into projects.makes (centre_id, project_id, once, with_picture, status, made_at) values ($1, $2, $3, true, 'waiting', now())`,
    [...hung, randomUUID()],
  )
  await owner.query(
    `insert into projects.pictures (centre_id, project_id, place, alt, width, height, thumb_width, thumb_height, page_webp, page_jpeg, thumb_webp, thumb_jpeg)
     values ($1, $2, 1, 'Une lampe', 8, 8, 8, 8, 'a', 'a', 'a', 'a')`,
    hung,
  )
  await owner.query(
    `insert into projects.files (centre_id, project_id, place, kind, bytes) values ($1, $2, 1, 'pdf', 'a')`,
    hung,
  )
  await owner.query(
    `insert into projects.reports (project_id, centre_id, reason, reported_at) values ($2, $1, 'face', now())`,
    hung,
  )
  await owner.query(
    `insert into projects.figures (centre_id, month, about, count) values ($1, date_trunc('month', now())::date, 'projects', 1)
     on conflict do nothing`,
    [centre],
  )
}
