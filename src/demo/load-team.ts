import type { CentreSlug, members } from '#fixtures/world.ts'
import { sealContact } from '#modules/people/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { applicants, organisations } from './team-fixtures.ts'

type Member = (typeof members)[number]

interface Team {
  centre: number
  slug: CentreSlug
  members: readonly Member[]
  /** Their numbers, by slug. */
  team: ReadonlyMap<string, number>
  today: Temporal.PlainDate
}

const halfDays = ['morning', 'afternoon', 'evening'] as const

/**
 * Writes what the team of a centre says of itself: for whom each comes, what they can show, when they usually can, days
 * away, hours already given; who offers to join; and who is being asked for the first session that lacks somebody.
 * After the sessions: whoever hosts one can show what it needs, at its hours.
 */
export async function loadTeamProfiles(
  work: Work,
  seal: Seal,
  { centre, slug, ...rest }: Team,
): Promise<void> {
  const numbers = await loadOrganisations(work, centre)
  const asked = await readAskedOf(work, centre)
  for (const [rank, member] of rest.members.entries()) {
    const id = rest.team.get(member.slug)
    if (id === undefined) continue
    const organisation = member.from === 'staff' ? null : (numbers.get(member.from) ?? null)
    await work.tx
      .updateTable('access.members')
      .set({ organisation_id: organisation })
      .where('id', '=', id)
      .execute()
    const usual = [1, 2, 3, 4, 5, 6].flatMap((day) =>
      halfDays.filter((_, half) => (day * 3 + half + rank) % 4 !== 0).map((half) => `${day}-${half}`),
    )
    const own = asked.get(id)
    await work.tx
      .insertInto('team.profiles')
      .values({
        member_id: id,
        centre_id: centre,
        kind: member.from === 'staff' ? 'staff' : 'volunteer',
        skills: [...new Set([...(own?.skills ?? []), ...extraSkills(rank)])].sort(),
        languages: [...member.languages],
        weekly: [...new Set([...(own?.weekly ?? []), ...usual])].sort(),
        reach_km: member.from === 'staff' ? 50 : 25,
        calls_per_month: member.from === 'staff' ? 8 : 4,
        changed_at: work.now,
      })
      .execute()
    if (member.from !== 'staff') await loadHours(work, { centre, member: id, organisation, rank, ...rest })
  }
  await loadDoorCodes(work, centre)
  await loadApplicants(work, seal, centre, slug, numbers)
  await loadCalls(work, seal, centre)
}

const spread = [
  'smartphone',
  'internet',
  'safety',
  'paperwork',
  'games',
  'photos',
  'computer',
  'office',
] as const
const extraSkills = (rank: number) => [0, 1, 3].map((step) => spread[(rank + step) % spread.length] as string)

async function loadOrganisations({ tx }: Work, centre: number) {
  const rows = await tx
    .insertInto('network.organisations')
    .values(
      organisations.map(({ kind, name }) => ({
        centre_id: centre,
        kind,
        name,
      })),
    )
    .onConflict((q) => q.doNothing())
    .returning(['id', 'kind'])
    .execute()
  const byKind = new Map(rows.map(({ kind, id }) => [kind, id]))
  return new Map([
    ['volunteer', byKind.get('company')],
    ['association', byKind.get('association')],
  ])
}

/** What the sessions each hosts ask for, and the half-days they fall on, at the place. */
async function readAskedOf({ tx }: Work, centre: number) {
  const rows = await tx
    .selectFrom('programme.session_hosts as h')
    .innerJoin('programme.sessions as s', 's.id', 'h.session_id')
    .innerJoin('network.places as p', 'p.id', 's.place_id')
    .select(['h.member_id', 's.skills_needed', 's.starts_at', 's.ends_at', 'p.time_zone'])
    .where('h.centre_id', '=', centre)
    .execute()
  const asked = new Map<number, { skills: string[]; weekly: string[] }>()
  for (const { member_id, skills_needed, starts_at, ends_at, time_zone } of rows) {
    const own = asked.get(member_id) ?? { skills: [], weekly: [] }
    const days = [starts_at, ends_at].map((at) => at.toZonedDateTimeISO(time_zone))
    own.skills.push(...skills_needed)
    own.weekly.push(...days.map((at) => `${at.dayOfWeek}-${halfDayOf(at)}`))
    asked.set(member_id, own)
  }
  return asked
}

const halfDayOf = ({ hour, minute }: Temporal.ZonedDateTime) =>
  hour * 60 + minute < 750 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'

/** Hours given before the demo begins, noted on paper: their sessions have numbers below zero. */
async function loadHours(
  { tx, now }: Work,
  given: {
    centre: number
    member: number
    organisation: number | null
    rank: number
    today: Temporal.PlainDate
  },
): Promise<void> {
  const { centre, member, organisation, rank, today } = given
  await tx
    .insertInto('team.hours')
    .values(
      Array.from({ length: 3 + (rank % 4) }, (_, week) => ({
        session_id: -(week + 1),
        member_id: member,
        centre_id: centre,
        organisation_id: organisation,
        on_day: today.subtract({ days: 3 + 7 * week + rank }),
        minutes: 120 + 15 * ((rank + week) % 4),
        recorded_at: now,
      })),
    )
    .execute()
}

/** How hosts get in when nobody is there yet. */
async function loadDoorCodes({ tx }: Work, centre: number): Promise<void> {
  const sites = await tx
    .selectFrom('network.places')
    .select('id')
    .where('centre_id', '=', centre)
    .where('kind', '=', 'site')
    .execute()
  await tx
    .insertInto('network.door_codes')
    .values(
      sites.map(({ id }) => ({
        place_id: id,
        centre_id: centre,
        code: `Boîte à clés, à gauche de la porte : ${4210 + (id % 90)}`,
      })),
    )
    .onConflict((q) => q.doNothing())
    .execute()
}

async function loadApplicants(
  { tx, now }: Work,
  seal: Seal,
  centre: number,
  slug: CentreSlug,
  numbers: ReadonlyMap<string, number | undefined>,
): Promise<void> {
  const rows = applicants
    .filter((applicant) => applicant.centre === slug)
    .map(({ name, phone, skills, languages, weekly, from }) => {
      const contact = sealContact(seal, { kind: 'phone', canonical: phone })
      return {
        centre_id: centre,
        name,
        contact_key: contact.key,
        phone_sealed: contact.phoneSealed,
        language: 'fr',
        skills: [...skills],
        languages: [...languages],
        weekly: [...weekly],
        reach_km: 10,
        organisation_id: from ? (numbers.get(from) ?? null) : null,
        created_at: now.subtract({ hours: 26 }),
      }
    })
  if (rows.length > 0) await tx.insertInto('team.applications').values(rows).execute()
}

/** The first session that lacks somebody: two members are asked, one of them wished to be asked later. */
async function loadCalls({ tx, now }: Work, seal: Seal, centre: number): Promise<void> {
  const lacking = await tx
    .selectFrom('programme.sessions as s')
    .select(['s.id', 's.hosts_needed'])
    .select((q) =>
      q
        .selectFrom('programme.session_hosts as h')
        .whereRef('h.session_id', '=', 's.id')
        .select((n) => n.fn.countAll<number>().as('n'))
        .as('hosts'),
    )
    .where('s.centre_id', '=', centre)
    .where('s.status', '=', 'published')
    .where('s.starts_at', '>', now.add({ hours: 24 }))
    .orderBy('s.starts_at')
    .execute()
  const session = lacking.find(({ hosts_needed, hosts }) => hosts_needed > Number(hosts))
  if (!session) return
  const able = await tx
    .selectFrom('team.profiles as p')
    .innerJoin('access.members as m', 'm.id', 'p.member_id')
    .select('p.member_id')
    .where('p.centre_id', '=', centre)
    .where('m.role', '=', 'facilitator')
    .where((q) =>
      q.not(
        q.exists(
          q
            .selectFrom('programme.session_hosts as h')
            .whereRef('h.member_id', '=', 'p.member_id')
            .where('h.session_id', '=', session.id)
            .select('h.member_id'),
        ),
      ),
    )
    .orderBy('p.member_id')
    .limit(2)
    .execute()
  const rows = able.map(({ member_id }, rank) => {
    const token = newToken()
    return {
      centre_id: centre,
      session_id: session.id,
      member_id,
      status: rank === 1 ? 'later' : 'asked',
      reasons: rank === 1 ? ['near'] : ['near', 'seldom-asked'],
      rank,
      asked_at: now.subtract({ hours: 5 }),
      answered_at: rank === 1 ? now.subtract({ hours: 2 }) : null,
      token_hash: hashOf(token),
      token_sealed: seal.close(token),
    }
  })
  if (rows.length > 0) await tx.insertInto('planning.calls').values(rows).execute()
}
