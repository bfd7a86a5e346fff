import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { writeBoardRows } from './support/board-rows.ts'
import { writeFablabRows } from './support/fablab-rows.ts'
import { writeGamesRows } from './support/games-rows.ts'
import { writeLabRows } from './support/lab-rows.ts'
import { writeMentoringRows } from './support/mentoring-rows.ts'
import { completeTeams, writePersonalRows } from './support/personal-rows.ts'
import { writePlanningRows } from './support/planning-rows.ts'
import { writeProjectsRows } from './support/projects-rows.ts'
import { writeShopsRows } from './support/shops-rows.ts'
import { writeVenturesRows } from './support/ventures-rows.ts'

/** Tables anybody may read, written here on purpose: a new one is private until somebody adds it. */
const readableByAll = [
  'badges.keys',
  'badges.status_entries',
  'discovery.communes',
  'discovery.departements',
  'exercises.packages',
  'fablab.house_rules',
  'fablab.inductions',
  'fablab.interlocks',
  'fablab.machine_inductions',
  'fablab.machine_photos',
  'fablab.machines',
  'fablab.openings',
  'fablab.outages',
  'games.packs',
  'network.centres',
  'network.places',
  'network.rounds',
  'network.spaces',
  'network.stops',
  'programme.activities',
  'programme.series',
  'programme.session_hosts',
  'programme.sessions',
  'shops.rule_changes',
  'ventures.clinics',
  'ventures.cohort_meetings',
  'ventures.cohorts',
  'ventures.criteria',
]

/** Tables that say something of somebody and belong to a centre. */
const ofACentre = [
  'access.api_keys',
  'access.audit',
  'access.members',
  'attendance.headcounts',
  'attendance.marks',
  'badges.credentials',
  'board.figures',
  'board.introductions',
  'board.neighbours',
  'board.notices',
  'board.reports',
  'exercises.completions',
  'fablab.authorisations',
  'fablab.bookings',
  'fablab.breakdowns',
  'fablab.hour_figures',
  'fablab.induction_figures',
  'fablab.machine_use',
  'fablab.maker_figures',
  'fablab.makers',
  'fablab.materials',
  'fablab.presences',
  'fablab.stock_moves',
  'fablab.upkeep_plans',
  'games.answers',
  'games.boosters',
  'games.figures',
  'games.games',
  'games.questions',
  'games.seats',
  'learning.learners',
  'learning.notes',
  'learning.observed',
  'learning.path_figures',
  'learning.steps',
  'learning.walks',
  'mentoring.apart',
  'mentoring.asks',
  'mentoring.blocking',
  'mentoring.figures',
  'mentoring.matches',
  'mentoring.meetings',
  'mentoring.mentors',
  'mentoring.proposed',
  'mentoring.rounds',
  'mentoring.wishes',
  'mentoring.words',
  'messaging.messages',
  'network.door_codes',
  'network.kits',
  'network.occupations',
  'network.organisations',
  'network.stop_hosts',
  'network.stop_kits',
  'network.subscriptions',
  'network.tellings',
  'people.call_backs',
  'people.residents',
  'planning.calls',
  'planning.fills',
  'planning.imports',
  'planning.proposals',
  'platform.idempotency',
  'print.batches',
  'programme.host_feeds',
  'programme.session_kits',
  'projects.authors',
  'projects.figures',
  'projects.files',
  'projects.makes',
  'projects.pictures',
  'projects.projects',
  'projects.reports',
  'projects.steps',
  'registrations.decisions',
  'registrations.registrations',
  'shops.done_actions',
  'shops.rounds',
  'shops.shops',
  'team.absences',
  'team.applications',
  'team.hours',
  'team.profiles',
  'ventures.applications',
  'ventures.clinic_bookings',
  'ventures.clinic_figures',
  'ventures.cohort_presences',
  'ventures.founders',
  'ventures.milestones',
  'ventures.scores',
]

/** Private keys, which who signs reads: the team of a centre, and the system. */
const ofWhoSigns = ['badges.private_keys']

/** Figures of the territory, which teams read whatever their centre. */
const ofTeams = ['shops.figures', 'ventures.firm_figures']

/** Tables of sign-in, which only the gate reads. */
const ofTheGate = ['access.sign_in_codes', 'access.sign_ins']

const roles = [
  'visitor',
  'resident',
  'receptionist',
  'facilitator',
  'coordinator',
  'network-manager',
  'partner',
  'key',
  'system',
  'nobody',
] as const
type Role = (typeof roles)[number]

let there: TestHouse
let world: SmallWorld
let app: pg.Client
let mine: { resident: number; registration: number }
let notHosted: { resident: number; registration: number }

beforeAll(async () => {
  there = await testHouse()
  const { owner, house } = there
  world = await seedSmallWorld(there.ownerUrl, house.seal, there.now)
  await completeTeams(owner, house.seal, world)
  const a = { centre: world.centres.saintOuen, member: world.members.yanis }
  mine = await writePersonalRows(owner, house.seal, { ...a, session: world.sessions.scams, name: 'Amina' })
  notHosted = await writePersonalRows(owner, house.seal, {
    ...a,
    session: world.sessions.video,
    name: 'Basile',
  })
  await writePersonalRows(owner, house.seal, {
    centre: world.centres.roubaix,
    member: world.members.rox,
    session: world.sessions.roubaix,
    name: 'Chloé',
  })
  await writePlanningRows(owner, house.seal, { ...a, session: world.sessions.scams })
  await writeGamesRows(owner, house.seal, a)
  await writePlanningRows(owner, house.seal, {
    centre: world.centres.roubaix,
    member: world.members.rox,
    session: world.sessions.roubaix,
  })
  await writeGamesRows(owner, house.seal, { centre: world.centres.roubaix, member: world.members.rox })
  await writeFablabRows(owner, house.seal, a)
  await writeFablabRows(owner, house.seal, { centre: world.centres.roubaix, member: world.members.rox })
  await writeLabRows(owner, a)
  await writeLabRows(owner, { centre: world.centres.roubaix, member: world.members.rox })
  for (const centre of Object.values(world.centres)) await writeBoardRows(owner, house.seal, { centre })
  for (const centre of Object.values(world.centres)) await writeProjectsRows(owner, house.seal, { centre })
  await writeMentoringRows(owner, house.seal, a)
  await writeMentoringRows(owner, house.seal, {
    centre: world.centres.roubaix,
    member: world.members.rox,
  })
  for (const centre of [world.centres.saintOuen, world.centres.roubaix]) {
    await writeShopsRows(owner, house.seal, centre)
    await writeVenturesRows(owner, house.seal, {
      centre,
      member: centre === world.centres.roubaix ? world.members.rox : world.members.nadia,
    })
  }
  app = new pg.Client({ connectionString: there.appUrl })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await there.close()
})

const memberOf: Partial<Record<Role, keyof SmallWorld['members']>> = {
  receptionist: 'yanis',
  facilitator: 'samira',
  coordinator: 'nadia',
  'network-manager': 'claire',
}

/** Asks as the app, in one transaction that changes nothing; `role` null: no scope at all. */
async function ask<T extends pg.QueryResultRow>(
  role: Role | null,
  centre: number | null,
  statement: string,
): Promise<pg.QueryResult<T>> {
  await app.query('begin')
  try {
    if (role) {
      const member = memberOf[role]
      await app.query(
        `select set_config('app.role', $1, true), set_config('app.centre', $2, true), set_config('app.member', $3, true)`,
        [
          role,
          centre === null || role === 'network-manager' ? '' : String(centre),
          member ? String(world.members[member]) : '',
        ],
      )
    }
    return await app.query<T>(statement)
  } finally {
    await app.query('rollback')
  }
}

/** How many rows somebody sees; a table she may not even name counts as none. */
async function count(
  role: Role | null,
  centre: number | null,
  table: string,
  where = 'true',
): Promise<number> {
  try {
    return (
      (await ask<{ n: number }>(role, centre, `select count(*)::int as n from ${table} where ${where}`))
        .rows[0]?.n ?? 0
    )
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 0
    throw error
  }
}

/** How many rows a write touched; a refusal counts as none. */
async function touched(role: Role, centre: number, statement: string): Promise<number> {
  try {
    return (await ask(role, centre, statement)).rowCount ?? 0
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 0
    throw error
  }
}

test('every table of the house is known here, guarded, and says what it keeps', async () => {
  const { rows } = await there.owner.query(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as guarded, c.relforcerowsecurity as forced,
      coalesce(obj_description(c.oid, 'pg_class'), '') as register
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = 'maillage_owner'
      and n.nspname not in ('public', 'jobs', 'migrations') and n.nspname not like 'graphile%' order by 1`)
  expect(rows.map((row) => row.name)).toEqual(
    [...readableByAll, ...ofACentre, ...ofTheGate, ...ofTeams, ...ofWhoSigns].sort(),
  )
  for (const row of rows) {
    expect(row, row.name).toMatchObject({ guarded: true, forced: true })
    expect(row.register.length, `${row.name} has its line in the register`).toBeGreaterThan(20)
  }
})

test('the app owns nothing, and passes no guard', async () => {
  const { rows } = await app.query(`
    select (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as passes,
      (select count(*)::int from pg_class where relowner = (select oid from pg_roles where rolname = current_user)) as owned`)
  expect(rows).toEqual([{ passes: false, owned: 0 }])
})

test('the list of migrations is not the app’s to read', async () => {
  expect(await count('system', null, 'migrations.kysely_migration')).toBe(0)
})

test('views show what whoever asks may see, and no more', async () => {
  const { rows } = await there.owner.query(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and pg_get_userbyid(c.relowner) = 'maillage_owner' and n.nspname not like 'graphile%'
      and not coalesce(c.reloptions::text like '%security_invoker%', false) order by 1`)
  // Four views look over the guard on purpose: first names of those who welcome, and three of figures without names.
  expect(rows.map((row) => row.name)).toEqual([
    'access.welcoming_names',
    'attendance.session_figures',
    'registrations.session_figures',
    'team.hours_figures',
  ])
})

describe.each([...ofACentre, ...ofTheGate, ...ofTeams, ...ofWhoSigns])('%s', (table) => {
  test('has rows to be seen, and shows none without a scope', async () => {
    const { rows } = await there.owner.query(`select count(*)::int as n from ${table}`)
    expect(rows[0].n).toBeGreaterThanOrEqual(2)
    expect(await count(null, null, table)).toBe(0)
    expect(await count('visitor', null, table)).toBe(0)
    // An answer kept for a machine is found again by its centre; all else needs a role.
    if (table !== 'platform.idempotency')
      expect(await count('nobody', world.centres.saintOuen, table)).toBe(0)
  })
})

describe.each(ofACentre)('%s across centres', (table) => {
  test.each(roles.filter((role) => role !== 'network-manager'))(
    'a %s of one centre sees nothing of another',
    async (role) => {
      expect(await count(role, world.centres.saintOuen, table, `centre_id = ${world.centres.roubaix}`)).toBe(
        0,
      )
      expect(await count(role, world.centres.roubaix, table, `centre_id = ${world.centres.saintOuen}`)).toBe(
        0,
      )
    },
  )

  test.each(roles)(
    'a %s changes and deletes nothing of another centre, nor gives a row away',
    async (role) => {
      const [a, b] = [world.centres.saintOuen, world.centres.roubaix]
      expect(await touched(role, a, `update ${table} set centre_id = centre_id where centre_id = ${b}`)).toBe(
        0,
      )
      expect(await touched(role, a, `delete from ${table} where centre_id = ${b}`)).toBe(0)
      expect(await touched(role, a, `update ${table} set centre_id = ${b} where centre_id = ${a}`)).toBe(0)
    },
  )
})

describe.each(['programme.sessions', 'network.spaces', 'network.stops', 'programme.session_hosts'])(
  '%s across centres',
  (table) => {
    test.each(roles)('a %s of one centre writes nothing in another', async (role) => {
      const [a, b] = [world.centres.saintOuen, world.centres.roubaix]
      expect(await touched(role, a, `delete from ${table} where centre_id = ${b}`)).toBe(0)
      if (table === 'programme.sessions')
        expect(await touched(role, a, `update ${table} set seats_taken = 0 where centre_id = ${b}`)).toBe(0)
    })
  },
)

test.each(['resident', 'key', 'network-manager'] as const)(
  'a %s signs no badge: no private key is shown',
  async (role) => {
    expect(await count(role, world.centres.saintOuen, 'badges.private_keys')).toBe(0)
  },
)

const tablesOfResidents = ofACentre.filter((table) =>
  /^(people|registrations|attendance|messaging)\./.test(table),
)

test.each(tablesOfResidents)('the network manager sees figures: nobody in %s', async (table) => {
  expect(await count('network-manager', null, table)).toBe(0)
})

test('a facilitator sees the people of the sessions she hosts, and of no other', async () => {
  const centre = world.centres.saintOuen
  expect(await count('facilitator', centre, 'people.residents', `id = ${mine.resident}`)).toBe(1)
  expect(await count('facilitator', centre, 'people.residents', `id = ${notHosted.resident}`)).toBe(0)
  for (const table of ['registrations.decisions', 'attendance.marks']) {
    expect(await count('facilitator', centre, table, `registration_id = ${mine.registration}`)).toBe(1)
    expect(await count('facilitator', centre, table, `registration_id = ${notHosted.registration}`)).toBe(0)
  }
  expect(await count('facilitator', centre, 'people.call_backs')).toBe(0)
  expect(await count('facilitator', centre, 'messaging.messages')).toBe(0)
})

test('a receptionist sees everybody of her centre', async () => {
  expect(await count('receptionist', world.centres.saintOuen, 'people.residents')).toBe(3)
  expect(await count('receptionist', world.centres.saintOuen, 'people.call_backs')).toBe(2)
})

test.each(readableByAll)('%s is for everybody to read, and for no visitor to change', async (table) => {
  expect(await count('visitor', null, table)).toBe(await count('coordinator', world.centres.saintOuen, table))
  expect(await touched('visitor', world.centres.saintOuen, `delete from ${table}`)).toBe(0)
})
