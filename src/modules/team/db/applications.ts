import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Somebody who offers to host. The contact is sealed. */
export interface Application {
  id: number
  centre: number
  name: string
  phone_sealed: Buffer | null
  email_sealed: Buffer | null
  contactKey: Buffer
  language: string
  skills: string[]
  languages: string[]
  weekly: string[]
  reachKm: number
  organisation: { id: number; name: string } | null
  status: 'new' | 'welcomed' | 'declined'
  sentence: string | null
  member: number | null
  createdAt: Temporal.Instant
}

/** An application as it is written. */
export interface NewApplication {
  centre: number
  name: string
  contact: { key: Buffer; phoneSealed: Buffer | null; emailSealed: Buffer | null }
  language: string
  skills: readonly string[]
  languages: readonly string[]
  weekly: readonly string[]
  reachKm: number
  organisation: number | null
}

/** Writes it; one still open from the same contact is the same application, and nothing is added. */
export async function writeApplication(work: Work<'team'>, row: NewApplication): Promise<void> {
  // No target is named: whoever applies may not read the table, so « on conflict (…) » would be refused.
  await sql`insert into team.applications (centre_id, name, contact_key, phone_sealed, email_sealed, language, skills,
      languages, weekly, reach_km, organisation_id, created_at)
    values (${row.centre}, ${row.name}, ${row.contact.key}, ${row.contact.phoneSealed}, ${row.contact.emailSealed},
      ${row.language}, ${[...row.skills]}, ${[...row.languages]}, ${[...row.weekly]}, ${row.reachKm}, ${row.organisation},
      ${work.now}) on conflict do nothing`.execute(work.tx)
}

const applications = (work: Work<'team' | 'network'>) =>
  work.tx
    .selectFrom('team.applications as a')
    .leftJoin('network.organisations as o', 'o.id', 'a.organisation_id')
    .select([
      'a.id',
      'a.centre_id as centre',
      'a.name',
      'a.phone_sealed',
      'a.email_sealed',
      'a.contact_key as contactKey',
      'a.language',
      'a.skills',
      'a.languages',
      'a.weekly',
      'a.reach_km as reachKm',
      'a.status',
      'a.sentence',
      'a.member_id as member',
      'a.created_at as createdAt',
      'o.id as organisationId',
      'o.name as organisationName',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof applications>['executeTakeFirstOrThrow']>>
const applicationOf = ({ organisationId, organisationName, status, ...row }: Row): Application => ({
  ...row,
  status: status as Application['status'],
  organisation:
    organisationId !== null && organisationName !== null
      ? { id: organisationId, name: organisationName }
      : null,
})

/** Applications nobody has answered yet, the oldest first. */
export async function readNewApplications(work: Work<'team' | 'network'>): Promise<Application[]> {
  const rows = await applications(work).where('a.status', '=', 'new').orderBy('a.id').execute()
  return rows.map(applicationOf)
}

export async function readApplication(
  work: Work<'team' | 'network'>,
  id: number,
): Promise<Application | null> {
  const row = await applications(work).where('a.id', '=', id).executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** Takes the right to answer an application: true for one coordinator only. */
export async function claimApplication(
  work: Work<'team'>,
  id: number,
  answer: { status: 'welcomed' | 'declined'; sentence: string; member: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('team.applications')
    .set({
      status: answer.status,
      sentence: answer.sentence,
      member_id: answer.member,
      answered_at: work.now,
      answered_by: work.actor.kind === 'member' ? work.actor.member : null,
    })
    .where('id', '=', id)
    .where('status', '=', 'new')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
