import type { SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { MentorProfile } from '../domain/profile.ts'

export type MentorStatus = 'asking' | 'welcome' | 'paused' | 'declined'

/** Somebody who guides founders, or offers to. The contact is sealed. */
export interface Mentor extends MentorProfile {
  id: number
  centre: number
  name: string
  phone_sealed: Buffer | null
  email_sealed: Buffer | null
  contactKey: Buffer
  language: string
  tokenSealed: Buffer
  /** Founders guided now. */
  taken: number
  status: MentorStatus
  askedAt: Temporal.Instant
  lastStepAt: Temporal.Instant
}

const columnsOf = (profile: MentorProfile) => ({
  helps: [...profile.helps],
  sectors: [...profile.sectors],
  works_in: profile.worksIn,
  avoids_rivals: profile.avoidsRivals,
  avoids_sectors: [...profile.avoidsSectors],
  languages: [...profile.languages],
  weekly: [...profile.weekly],
  capacity: profile.capacity,
  says_woman: profile.saysWoman,
})

export interface NewMentor {
  centre: number
  name: string
  contact: SealedContact
  language: string
  link: { hash: Buffer; sealed: Buffer }
  profile: MentorProfile
}

export async function insertMentor(work: Work<'mentoring'>, mentor: NewMentor): Promise<number> {
  const { id } = await work.tx
    .insertInto('mentoring.mentors')
    .values({
      centre_id: mentor.centre,
      name: mentor.name,
      contact_key: mentor.contact.key,
      phone_sealed: mentor.contact.phoneSealed,
      email_sealed: mentor.contact.emailSealed,
      language: mentor.language,
      token_hash: mentor.link.hash,
      token_sealed: mentor.link.sealed,
      ...columnsOf(mentor.profile),
      asked_at: work.now,
      last_step_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

const mentors = (work: Work<'mentoring'>) =>
  work.tx
    .selectFrom('mentoring.mentors')
    .select([
      'id',
      'centre_id as centre',
      'name',
      'phone_sealed',
      'email_sealed',
      'contact_key as contactKey',
      'language',
      'token_sealed as tokenSealed',
      'helps',
      'sectors',
      'works_in as worksIn',
      'avoids_rivals as avoidsRivals',
      'avoids_sectors as avoidsSectors',
      'languages',
      'weekly',
      'capacity',
      'taken',
      'says_woman as saysWoman',
      'status',
      'asked_at as askedAt',
      'last_step_at as lastStepAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof mentors>['executeTakeFirstOrThrow']>>
const mentorOf = (row: Row): Mentor => ({ ...row, id: Number(row.id), status: row.status as MentorStatus })

export async function readMentor(work: Work<'mentoring'>, id: number): Promise<Mentor | null> {
  const row = await mentors(work).where('id', '=', id).executeTakeFirst()
  return row ? mentorOf(row) : null
}

export async function readMentorByLink(work: Work<'mentoring'>, hash: Buffer): Promise<Mentor | null> {
  const row = await mentors(work).where('token_hash', '=', hash).executeTakeFirst()
  return row ? mentorOf(row) : null
}

/** The mentor of the centre of this work who has this contact, by its fingerprint. */
export async function readMentorByContact(work: Work<'mentoring'>, key: Buffer): Promise<number | null> {
  const row = await work.tx
    .selectFrom('mentoring.mentors')
    .select('id')
    .where('contact_key', '=', key)
    .executeTakeFirst()
  return row ? Number(row.id) : null
}

/** Every mentor of the centre, those who offered first at the top. */
export async function readMentors(work: Work<'mentoring'>): Promise<Mentor[]> {
  const rows = await mentors(work).orderBy('asked_at').orderBy('id').execute()
  return rows.map(mentorOf)
}

/** Mentors whose places nobody else may take until the end of this work. */
export async function lockMentors(work: Work<'mentoring'>, ids: readonly number[]): Promise<Mentor[]> {
  if (ids.length === 0) return []
  const rows = await mentors(work)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(mentorOf)
}

/** False when the mentor guides more founders than the places promised now: nothing is written. */
export async function writeProfile(
  work: Work<'mentoring'>,
  id: number,
  profile: MentorProfile,
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('mentoring.mentors')
    .set({ ...columnsOf(profile), last_step_at: work.now })
    .where('id', '=', id)
    .where('taken', '<=', profile.capacity)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Moves a mentor from one of some states to another; false when she is in none of them. */
export async function writeStatus(
  work: Work<'mentoring'>,
  id: number,
  from: readonly MentorStatus[],
  to: MentorStatus,
  member: number | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('mentoring.mentors')
    .set({ status: to, last_step_at: work.now, ...(member !== null && { decided_by: member }) })
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Something was done: she is remembered for another year. */
export async function touchMentor(work: Work<'mentoring'>, id: number): Promise<void> {
  await work.tx
    .updateTable('mentoring.mentors')
    .set({ last_step_at: work.now })
    .where('id', '=', id)
    .execute()
}

/** Erases a mentor and all that was kept with her. */
export async function deleteMentor(work: Work<'mentoring'>, id: number): Promise<void> {
  await work.tx.deleteFrom('mentoring.mentors').where('id', '=', id).execute()
}

/** The centre of the mentor a link opens; null when it opens nobody's. */
export async function readCentreOfLink(work: Work<'mentoring'>, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select mentoring.centre_of_token(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}

/** Forgets, in every centre, whoever did no step since a moment and guides nobody. Tells how many. */
export async function forgetMentors(work: Work<'mentoring'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select mentoring.forget(${before}) as forgotten`.execute(
    work.tx,
  )
  return rows[0]?.forgotten ?? 0
}
