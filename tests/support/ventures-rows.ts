import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'

/** A founder of one centre with her firm, an appointment with an expert, and a seat in a cohort that has met. */
export async function writeVenturesRows(
  owner: pg.Pool,
  seal: Seal,
  { centre, member }: { centre: number; member: number },
): Promise<void> {
  const { rows } = await owner.query<{ id: number }>(
    `insert into ventures.founders (centre_id, name, language, token_hash, token_sealed, idea, stage, sector, started_at, last_step_at)
     values ($1, 'Samia', 'fr', $2, $3, 'Des gâteaux', 'started', 'food', now(), now()) returning id`,
    [centre, randomBytes(32), seal.close('a link')],
  )
  await owner.query(
    `insert into ventures.milestones (centre_id, founder_id, kind, reached_on, insee_code, town, said_at)
     values ($1, $2, 'registered', current_date, $3, 'Saint-Ouen-sur-Seine', now())`,
    [centre, rows[0]?.id, `9${String(centre).padStart(4, '0')}`],
  )
  const { rows: clinics } = await owner.query<{ id: number }>(
    `insert into ventures.clinics (centre_id, subject, expert, place_id, starts_at, ends_at, slot_minutes)
     select $1, 'law', 'Maître Sow', p.id, now() + interval '3 days', now() + interval '3 days 1 hour', 30
     from network.places p where p.centre_id = $1 order by p.id limit 1 returning id`,
    [centre],
  )
  await owner.query(
    `insert into ventures.clinic_bookings (centre_id, clinic_id, starts_at, status, topic, name, language, contact_key, phone_sealed, token_hash, token_sealed, booked_at)
     select $1, c.id, c.starts_at, 'booked', 'contract', 'Samia', 'fr', $3, $4, $3, $4, now() from ventures.clinics c where c.id = $2`,
    [centre, clinics[0]?.id, randomBytes(32), seal.close('+33639980012')],
  )
  const cohort = await owner.query<{ id: number }>(
    `insert into ventures.cohorts (centre_id, track, texts, seats, opens_on, closes_on, status)
     values ($1, 'women', '{"fr": {"title": "Elles se lancent", "summary": "Huit jeudis."}}', 8, current_date - 9, current_date, 'open') returning id`,
    [centre],
  )
  await owner.query(
    `insert into ventures.criteria (cohort_id, centre_id, position, label, weight) values ($1, $2, 1, 'Une idée claire', 2)`,
    [cohort.rows[0]?.id, centre],
  )
  const meeting = await owner.query<{ id: number }>(
    `insert into ventures.cohort_meetings (centre_id, cohort_id, place_id, starts_at, ends_at)
     select $1, $2, p.id, now() - interval '2 hours', now() - interval '1 hour' from network.places p where p.centre_id = $1 order by p.id limit 1 returning id`,
    [centre, cohort.rows[0]?.id],
  )
  const application = await owner.query<{ id: number }>(
    `insert into ventures.applications (centre_id, cohort_id, founder_id, motivation, status, sent_at)
     values ($1, $2, $3, 'Pour avancer', 'confirmed', now()) returning id`,
    [centre, cohort.rows[0]?.id, rows[0]?.id],
  )
  await owner.query(
    `insert into ventures.scores (application_id, centre_id, criterion, member_id, score, scored_at) values ($1, $2, 1, $3, 4, now())`,
    [application.rows[0]?.id, centre, member],
  )
  await owner.query(
    `insert into ventures.cohort_presences (meeting_id, application_id, centre_id, came, marked_by) values ($1, $2, $3, 'present', $4)`,
    [meeting.rows[0]?.id, application.rows[0]?.id, centre, member],
  )
}
