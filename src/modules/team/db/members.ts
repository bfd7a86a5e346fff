import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Profile } from './team.ts'

/** Organisations of a centre that are active, by name. */
export const readOrganisations = (work: Work<'network'>, centre: number) =>
  work.tx
    .selectFrom('network.organisations')
    .select(['id', 'name'])
    .where('centre_id', '=', centre)
    .where('active', '=', true)
    .orderBy('name')
    .execute()

/** Places of a centre a host may go to, with their distance from one of them in kilometres; its site first. */
export async function readGoals(work: Work<'network'>, centre: number, from: number | null) {
  const { rows } = await sql<{ id: number; name: string; km: number | null }>`
    select id, name, round(network.kilometres(${from}, id)::numeric, 1)::float8 as km from network.places
    where centre_id = ${centre} and kind <> 'listed' order by kind <> 'site', name`.execute(work.tx)
  return rows
}

/**
 * Makes somebody a facilitator of a centre, or again one who had left it. Null when the contact is already of a team.
 */
export async function insertFacilitator(
  work: Work<'access'>,
  row: {
    centre: number
    slug: string
    name: string
    language: string
    organisation: number | null
    contact: { key: Buffer; phoneSealed: Buffer | null; emailSealed: Buffer | null }
  },
): Promise<number | null> {
  const back = await work.tx
    .updateTable('access.members')
    .set({ active: true, name: row.name, organisation_id: row.organisation })
    .where('contact_key', '=', row.contact.key)
    .where('centre_id', '=', row.centre)
    .where('active', '=', false)
    .returning('id')
    .executeTakeFirst()
  if (back) return back.id
  const added = await work.tx
    .insertInto('access.members')
    .values({
      slug: row.slug,
      name: row.name,
      role: 'facilitator',
      centre_id: row.centre,
      organisation_id: row.organisation,
      language: row.language,
      contact_key: row.contact.key,
      phone_sealed: row.contact.phoneSealed,
      email_sealed: row.contact.emailSealed,
      created_at: work.now,
    })
    .onConflict((q) => q.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id ?? null
}

/** What a member says of herself, as it is written. */
export type NewProfile = Pick<
  Profile,
  | 'member'
  | 'kind'
  | 'skills'
  | 'languages'
  | 'weekly'
  | 'nearPlace'
  | 'reachKm'
  | 'alsoPlaces'
  | 'callsPerMonth'
>

export async function writeProfile(work: Work<'team'>, centre: number, profile: NewProfile): Promise<void> {
  const said = {
    kind: profile.kind,
    skills: profile.skills,
    languages: profile.languages,
    weekly: profile.weekly,
    near_place_id: profile.nearPlace,
    reach_km: profile.reachKm,
    also_places: profile.alsoPlaces,
    calls_per_month: profile.callsPerMonth,
    changed_at: work.now,
  }
  await work.tx
    .insertInto('team.profiles')
    .values({ member_id: profile.member, centre_id: centre, ...said })
    .onConflict((q) => q.column('member_id').doUpdateSet(said))
    .execute()
}

/** Days away of a member, by the first. */
export async function readAbsences(work: Work<'team'>, member: number) {
  return work.tx
    .selectFrom('team.absences')
    .select(['id', 'from_on as from', 'until_on as until'])
    .where('member_id', '=', member)
    .orderBy('from_on')
    .execute()
}

/** Writes days away; the same first day again changes the last one. */
export async function writeAbsence(
  work: Work<'team'>,
  row: { centre: number; member: number; from: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<void> {
  await work.tx
    .insertInto('team.absences')
    .values({ member_id: row.member, centre_id: row.centre, from_on: row.from, until_on: row.until })
    .onConflict((q) => q.columns(['member_id', 'from_on']).doUpdateSet({ until_on: row.until }))
    .execute()
}

export async function deleteAbsence(work: Work<'team'>, member: number, id: number): Promise<void> {
  await work.tx.deleteFrom('team.absences').where('id', '=', id).where('member_id', '=', member).execute()
}

/** She is not of the team any more; false when she was not. Her sign-ins end with it. */
export async function writeDeparture(work: Work<'access'>, centre: number, member: number): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('access.members')
    .set({ active: false })
    .where('id', '=', member)
    .where('centre_id', '=', centre)
    .where('active', '=', true)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** When and where each member of a centre is expected next. */
export async function readNext(work: Work<'network'>, centre: number) {
  const { rows } = await sql<{ member: number; at: Temporal.Instant; zone: string; place: string }>`
    select distinct on (o.resource_id) o.resource_id as member, lower(o.during) as at, p.time_zone as zone, p.name as place
    from network.occupations o join network.places p on p.id = o.place_id
    where o.centre_id = ${centre} and o.resource = 'host' and lower(o.during) > ${work.now}
    order by o.resource_id, lower(o.during)`.execute(work.tx)
  return new Map(
    rows.map(({ member, at, zone, place }) => [member, { at: at.toZonedDateTimeISO(zone), place }]),
  )
}

/** A centre's name and how a member of it is reached, for a message. */
export async function readCentreName(work: Work<'network'>, centre: number): Promise<string> {
  const { name } = await work.tx
    .selectFrom('network.centres')
    .select('name')
    .where('id', '=', centre)
    .executeTakeFirstOrThrow()
  return name
}

/** Forgets what is over, for every centre at once; each kind has its own delay. */
export async function forgetTeam(
  work: Work<'team'>,
  before: {
    answered: Temporal.Instant
    asked: Temporal.Instant
    over: Temporal.PlainDate
    hours: Temporal.PlainDate
  },
): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select team.forget(${before.answered}, ${before.asked}, ${before.over.toString()}::date, ${before.hours.toString()}::date) as gone`.execute(
    work.tx,
  )
  return rows[0]?.gone ?? 0
}
