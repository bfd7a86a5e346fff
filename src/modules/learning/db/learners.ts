import type { SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Somebody on a path. The contact is sealed; `position` is her own answers, as an address carries them. */
export interface Learner {
  id: number
  centre: number
  name: string | null
  contactKey: Buffer | null
  phone_sealed: Buffer | null
  email_sealed: Buffer | null
  language: string
  tokenSealed: Buffer
  position: string | null
  startedAt: Temporal.Instant
  lastStepAt: Temporal.Instant
}

export interface NewLearner {
  centre: number
  name: string | null
  contact: SealedContact | null
  language: string
  link: { hash: Buffer; sealed: Buffer }
  position: string | null
}

export async function insertLearner(work: Work<'learning'>, learner: NewLearner): Promise<number> {
  const { id } = await work.tx
    .insertInto('learning.learners')
    .values({
      centre_id: learner.centre,
      name: learner.name,
      contact_key: learner.contact?.key ?? null,
      phone_sealed: learner.contact?.phoneSealed ?? null,
      email_sealed: learner.contact?.emailSealed ?? null,
      language: learner.language,
      token_hash: learner.link.hash,
      token_sealed: learner.link.sealed,
      position: learner.position,
      started_at: work.now,
      last_step_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

const learners = (work: Work<'learning'>) =>
  work.tx
    .selectFrom('learning.learners')
    .select([
      'id',
      'centre_id as centre',
      'name',
      'contact_key as contactKey',
      'phone_sealed',
      'email_sealed',
      'language',
      'token_sealed as tokenSealed',
      'position',
      'started_at as startedAt',
      'last_step_at as lastStepAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof learners>['executeTakeFirstOrThrow']>>
const learnerOf = (row: Row): Learner => ({ ...row, id: Number(row.id) })

export async function readLearner(work: Work<'learning'>, id: number): Promise<Learner | null> {
  const row = await learners(work).where('id', '=', id).executeTakeFirst()
  return row ? learnerOf(row) : null
}

export async function readLearnerByLink(work: Work<'learning'>, hash: Buffer): Promise<Learner | null> {
  const row = await learners(work).where('token_hash', '=', hash).executeTakeFirst()
  return row ? learnerOf(row) : null
}

/** The learner of the centre of this work who has this contact, by its fingerprint. */
export async function readLearnerByContact(work: Work<'learning'>, key: Buffer): Promise<number | null> {
  const row = await work.tx
    .selectFrom('learning.learners')
    .select('id')
    .where('contact_key', '=', key)
    .executeTakeFirst()
  return row ? Number(row.id) : null
}

/** The last to have done something first. */
export async function readLearners(work: Work<'learning'>, most: number): Promise<Learner[]> {
  const rows = await learners(work).orderBy('last_step_at', 'desc').orderBy('id').limit(most).execute()
  return rows.map(learnerOf)
}

/** The centre of the learner a link opens; null when it opens nobody's. */
export async function readCentreOfLink(work: Work<'learning'>, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select learning.centre_of_token(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}

/** Erases a learner and all that was kept with her. True when there was somebody. */
export async function deleteLearner(work: Work<'learning'>, id: number): Promise<boolean> {
  const { numDeletedRows } = await work.tx
    .deleteFrom('learning.learners')
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(numDeletedRows) === 1
}

/** Forgets, in every centre, whoever did no step since a moment. Tells how many. */
export async function forgetLearners(work: Work<'learning'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select learning.forget(${before}) as forgotten`.execute(
    work.tx,
  )
  return rows[0]?.forgotten ?? 0
}
