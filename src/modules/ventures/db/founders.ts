import type { SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Founder, FounderProfile, FounderStatus } from '../domain/vocabulary.ts'

const founders = (work: Work<'ventures'>) =>
  work.tx
    .selectFrom('ventures.founders')
    .select([
      'id',
      'centre_id as centre',
      'name',
      'phone_sealed as phoneSealed',
      'email_sealed as emailSealed',
      'language',
      'token_sealed as tokenSealed',
      'idea',
      'stage',
      'sector',
      'needs',
      'languages',
      'weekly',
      'childcare',
      'wishes_woman_mentor as wishesWomanMentor',
      'status',
      'started_at as startedAt',
      'last_step_at as lastStepAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof founders>['executeTakeFirstOrThrow']>>
const founderOf = (row: Row): Founder => ({ ...(row as unknown as Founder), id: Number(row.id) })

/** The founders of the centre of this work, the last to have done something first. */
export async function readFounders(work: Work<'ventures'>): Promise<Founder[]> {
  return (await founders(work).orderBy('last_step_at', 'desc').orderBy('id').execute()).map(founderOf)
}

export async function readFounder(work: Work<'ventures'>, id: number): Promise<Founder | null> {
  const row = await founders(work).where('id', '=', id).executeTakeFirst()
  return row ? founderOf(row) : null
}

export async function readFounderByLink(work: Work<'ventures'>, hash: Buffer): Promise<Founder | null> {
  const row = await founders(work).where('token_hash', '=', hash).executeTakeFirst()
  return row ? founderOf(row) : null
}

/** The centre of the founder a link opens; null when it opens nobody's. */
export async function readCentreOfFounder(work: Work<'ventures'>, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select ventures.centre_of_founder(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}

/** The founder of the centre of this work who has this contact, by its fingerprint. */
export async function readFounderByContact(work: Work<'ventures'>, key: Buffer): Promise<number | null> {
  const row = await work.tx
    .selectFrom('ventures.founders')
    .select('id')
    .where('contact_key', '=', key)
    .executeTakeFirst()
  return row ? Number(row.id) : null
}

/** The contact of a founder as it is kept: sealed; null when she gave none. */
export async function readContactOfFounder(
  work: Work<'ventures'>,
  id: number,
): Promise<SealedContact | null> {
  const row = await work.tx
    .selectFrom('ventures.founders')
    .select(['contact_key as key', 'phone_sealed as phoneSealed', 'email_sealed as emailSealed'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.key ? { ...row, key: row.key } : null
}

const columnsOf = (profile: FounderProfile) => ({
  idea: profile.idea,
  stage: profile.stage,
  sector: profile.sector,
  needs: [...profile.needs],
  languages: [...profile.languages],
  weekly: [...profile.weekly],
  childcare: profile.childcare,
  wishes_woman_mentor: profile.wishesWomanMentor,
})

/** Null when this contact is a founder of the centre already. */
export async function insertFounder(
  work: Work<'ventures'>,
  founder: {
    centre: number
    name: string
    contact: SealedContact
    language: string
    profile: FounderProfile
    link: { hash: Buffer; sealed: Buffer }
  },
): Promise<number | null> {
  const row = await work.tx
    .insertInto('ventures.founders')
    .values({
      centre_id: founder.centre,
      name: founder.name,
      contact_key: founder.contact.key,
      phone_sealed: founder.contact.phoneSealed,
      email_sealed: founder.contact.emailSealed,
      language: founder.language,
      token_hash: founder.link.hash,
      token_sealed: founder.link.sealed,
      ...columnsOf(founder.profile),
      started_at: work.now,
      last_step_at: work.now,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? Number(row.id) : null
}

export async function writeFounderProfile(
  work: Work<'ventures'>,
  id: number,
  profile: FounderProfile,
): Promise<void> {
  await work.tx
    .updateTable('ventures.founders')
    .set({ ...columnsOf(profile), last_step_at: work.now })
    .where('id', '=', id)
    .execute()
}

/** Moves a founder from one of some states to another; false when she is in none of them. */
export async function writeFounderStatus(
  work: Work<'ventures'>,
  id: number,
  { from, to }: { from: readonly FounderStatus[]; to: FounderStatus },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('ventures.founders')
    .set({ status: to, last_step_at: work.now })
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Something was done: she is remembered for another year. */
export async function touchFounder(work: Work<'ventures'>, id: number): Promise<void> {
  await work.tx
    .updateTable('ventures.founders')
    .set({ last_step_at: work.now })
    .where('id', '=', id)
    .execute()
}

/** Erases a founder and all that was kept with her. */
export async function deleteFounder(work: Work<'ventures'>, id: number): Promise<void> {
  await work.tx.deleteFrom('ventures.founders').where('id', '=', id).execute()
}

/** Forgets, in every centre, the founders who did nothing since a moment. Tells how many. */
export async function forgetFounders(work: Work<'ventures'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select ventures.forget(${before}) as forgotten`.execute(
    work.tx,
  )
  return rows[0]?.forgotten ?? 0
}
