import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jobs as fablabJobs } from '#modules/fablab/jobs.ts'
import { type SmallLab, seedSmallLab } from '#modules/fablab/lab.fixture.ts'
import { makersOf } from '#modules/fablab/makers.fixture.ts'
import { composers } from '#modules/fablab/messages.ts'
import { jobs as messagingJobs } from '#modules/messaging/jobs.ts'
import { cancelSessions } from '#modules/planning/cancel-sessions.ts'
import { moveSessions } from '#modules/planning/move-sessions.ts'
import { season } from '#modules/programme/index.ts'
import { changeSession } from '#modules/registrations/index.ts'
import type { Jobs } from '#platform/jobs/index.ts'
import type { Driver, Outgoing } from '#platform/messages/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor, Work } from '#platform/work/index.ts'

let there: TestHouse
let world: SmallWorld
let lab: SmallLab
let here: ReturnType<typeof makersOf>
let nadia: Actor
let jobs: Jobs
const received: Outgoing[] = []
const driver: Driver = {
  name: 'recording',
  async send(message) {
    received.push(message)
    return { receipt: `receipt-${received.length}` }
  },
}
/** The day after, eleven in Paris: the second hour of a workshop that begins at ten. */
const herHour = '2026-12-02T10:00:00Z'

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  lab = await seedSmallLab(there.owner, world)
  nadia = {
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }
  const { house } = there
  jobs = {
    ...fablabJobs(house),
    ...messagingJobs(house, composers(house), { sms: driver, email: driver }),
  }
})
afterAll(() => there.close())
beforeEach(async () => {
  await there.owner.query(`delete from fablab.makers; delete from programme.session_hosts;
    delete from programme.sessions where space_id in (${lab.spaces.lab}, ${lab.spaces.talks});
    delete from graphile_worker._private_jobs`)
  received.length = 0
  here = makersOf(there, world.centres.saintOuen)
})

/** Workshops in a room, from ten to noon in Paris, one a week. */
async function workshops(over: Partial<season.PlanSeries> = {}): Promise<number[]> {
  const planned = await there.house.inWork(nadia, (work) =>
    season.planSeries(work, {
      activityId: world.activities.scams,
      placeId: world.places.saintOuen,
      spaceId: lab.spaces.lab,
      hosts: [],
      kits: [],
      rule: null,
      startsOn: Temporal.PlainDate.from('2026-12-02'),
      endsOn: Temporal.PlainDate.from('2026-12-02'),
      startsAt: Temporal.PlainTime.from('10:00'),
      minutes: 120,
      skips: [],
      capacity: null,
      languages: ['fr'],
      hostsNeeded: null,
      isCourse: false,
      publish: true,
      choices: {},
      ...over,
    }),
  )
  if (!planned.ok) throw new Error(planned.refusal)
  return planned.value.sessions
}

/** The worker: whatever is due of machines and messages, and what that brings. */
async function worker(): Promise<void> {
  for (;;) {
    const { rows } = await there.owner.query(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and j.id = (select id from graphile_worker._private_jobs where run_at <= now() order by id limit 1)
       returning t.identifier as task, j.payload`,
    )
    const [job] = rows
    if (!job) return
    await jobs[job.task]?.(job.payload, { attempt: 1, lastAttempt: false })
  }
}

/** Salima waits for the sewing machine at eleven, which a workshop in the lab holds. */
async function salimaWaits() {
  const salima = await here.newMaker('Salima')
  const waiting = await here.waits(salima, lab.machines.sewing, herHour)
  await worker()
  received.length = 0
  return waiting
}
const given = () => received.filter(({ body }) => body.includes('est libre pour vous'))
const gesture = async (what: (work: Work) => Promise<{ ok: boolean }>) => {
  expect(await there.house.inWork(nadia, what)).toMatchObject({ ok: true })
}
const moved = (sessionId: number, hour: string, spaceId: number, days = 0) =>
  gesture((work) =>
    moveSessions(work, {
      sessionId,
      scope: 'one',
      to: {
        days,
        time: Temporal.PlainTime.from(hour),
        minutes: 120,
        placeId: world.places.saintOuen,
        spaceId,
      },
    }),
  )

const ways: [string, (session: number) => Promise<unknown>][] = [
  ['is cancelled', (sessionId) => gesture((work) => cancelSessions(work, { sessionId, scope: 'one' }))],
  ['is moved to the afternoon', (session) => moved(session, '15:00', lab.spaces.lab)],
  ['is moved to the next day', (session) => moved(session, '10:00', lab.spaces.lab, 1)],
  ['is moved to another room', (session) => moved(session, '10:00', lab.spaces.talks)],
  [
    'ends an hour sooner',
    (sessionId) =>
      gesture((work) =>
        changeSession(work, { sessionId, endsAt: Temporal.Instant.from('2026-12-02T10:00:00Z') }),
      ),
  ],
  ['is erased', (session) => there.owner.query('delete from programme.sessions where id = $1', [session])],
]

test.each(ways)('a workshop in the lab %s: who waited has the machine, and one message', async (_, way) => {
  const [session = 0] = await workshops()
  // Tidying up after a shorter workshop is over when hers begins.
  await there.owner.query('update programme.sessions set tidy_minutes = 0')
  const waiting = await salimaWaits()
  expect(await here.statusOf(waiting)).toBe('waiting')
  await way(session)
  await worker()
  expect(await here.statusOf(waiting)).toBe('booked')
  expect(given().map(({ body }) => body)).toEqual([
    expect.stringContaining('Machine à coudre 1, mercredi 2 décembre, 11 h'),
  ])
})

test('a draft that is thrown away gives its hours back', async () => {
  const [sessionId = 0] = await workshops({ publish: false })
  const waiting = await salimaWaits()
  await gesture((work) => cancelSessions(work, { sessionId, scope: 'one' }))
  await worker()
  expect(await here.statusOf(waiting)).toBe('booked')
  expect(given()).toHaveLength(1)
})

test('a whole series is cancelled in one gesture: each week’s hour goes to who waits for it', async () => {
  await there.owner.query(
    `insert into fablab.openings (centre_id, place_id, space_id, kind, starts_at, ends_at)
     values ($1, $2, $3, 'bookable', '2026-12-09T09:00:00Z', '2026-12-09T17:00:00Z') on conflict do nothing`,
    [world.centres.saintOuen, world.places.saintOuen, lab.spaces.lab],
  )
  const [sessionId = 0] = await workshops({
    rule: 'FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=WE',
    endsOn: Temporal.PlainDate.from('2026-12-09'),
  })
  const first = await salimaWaits()
  const karim = await here.newMaker('Karim', 'en')
  const second = await here.waits(karim, lab.machines.sewing, '2026-12-09T10:00:00Z')
  await gesture((work) => cancelSessions(work, { sessionId, scope: 'all' }))
  await worker()
  expect([await here.statusOf(first), await here.statusOf(second)]).toEqual(['booked', 'booked'])
  expect(received.filter(({ body }) => /est libre pour vous|Free for you/.test(body))).toHaveLength(2)
})

test('a workshop is moved over an hour, and back: who waited meanwhile has it', async () => {
  const [session = 0] = await workshops({ startsAt: Temporal.PlainTime.from('15:00') })
  await moved(session, '10:00', lab.spaces.lab)
  const waiting = await salimaWaits()
  await moved(session, '15:00', lab.spaces.lab)
  await worker()
  expect(await here.statusOf(waiting)).toBe('booked')
})

test('a workshop that changes hosts keeps its room: nobody is given what is not free', async () => {
  const [session = 0] = await workshops()
  const waiting = await salimaWaits()
  await gesture((work) =>
    season.assign(work, { sessions: [session], hosts: [world.members.samira], kits: [] }),
  )
  await worker()
  expect(await here.statusOf(waiting)).toBe('waiting')
  expect(received).toEqual([])
})

test('a talk next door is cancelled: the laser, which it kept quiet, goes to who waited', async () => {
  await there.owner.query('update fablab.openings set supervisor_id = $1 where id = $2', [
    world.members.nadia,
    lab.openings.tomorrow,
  ])
  const [sessionId = 0] = await workshops({ spaceId: lab.spaces.talks })
  const salima = await here.newMaker('Salima')
  const waiting = await here.waits(salima, lab.machines.laser, herHour, { kind: 'induction' })
  await gesture((work) => cancelSessions(work, { sessionId, scope: 'one' }))
  await worker()
  expect(await here.statusOf(waiting)).toBe('booked')
  await there.owner.query(
    `delete from fablab.makers; update fablab.openings set supervisor_id = null where id = ${lab.openings.tomorrow}`,
  )
})

test('an expert’s clinic in the lab is cancelled: its machines too go to who waited', async () => {
  const { rows } = await there.owner.query(
    `insert into ventures.clinics (centre_id, subject, expert, place_id, space_id, starts_at, ends_at, slot_minutes)
     values ($1, 'web', 'Léa, Les Codeuses', $2, $3, '2026-12-02T09:00:00Z', '2026-12-02T11:00:00Z', 30) returning id`,
    [world.centres.saintOuen, world.places.saintOuen, lab.spaces.lab],
  )
  const waiting = await salimaWaits()
  await there.owner.query('update ventures.clinics set cancelled_at = now() where id = $1', [rows[0]?.id])
  await worker()
  expect(await here.statusOf(waiting)).toBe('booked')
})

test('the job runs twice, and twice at once: one hour, one person, one message', async () => {
  const [sessionId = 0] = await workshops()
  const waiting = await salimaWaits()
  const karim = await here.newMaker('Karim')
  const second = await here.waits(karim, lab.machines.sewing, herHour)
  await worker()
  received.length = 0
  await gesture((work) => cancelSessions(work, { sessionId, scope: 'one' }))
  const payload = { centre: world.centres.saintOuen, machine: lab.machines.sewing }
  const run = () => jobs['fablab.give-freed']?.(payload, { attempt: 1, lastAttempt: false })
  // All four have read that she waits before the first may write it.
  const door = await there.owner.connect()
  await door.query('begin')
  await door.query('select from fablab.bookings where id = $1 for update', [waiting.id])
  const all = Promise.all(Array.from({ length: 4 }, run))
  const atTheDoor = `select count(*)::int as n from pg_locks where locktype = 'tuple'
    and relation = 'fablab.bookings'::regclass and database = (select oid from pg_database where datname = current_database())`
  while ((await there.owner.query(atTheDoor)).rows[0].n < 4);
  await door.query('commit')
  door.release()
  await all
  await run()
  await worker()
  expect([await here.statusOf(waiting), await here.statusOf(second)]).toEqual(['booked', 'waiting'])
  expect(given()).toHaveLength(1)
  // Each time the maker must be told something, the revision grows: it was given once, and not once by each.
  const { rows } = await there.owner.query('select revision from fablab.bookings where id = $1', [waiting.id])
  expect(rows).toEqual([{ revision: 1 }])
})

test('between the hour that comes free and the job that gives it, nobody passes before who waits', async () => {
  const [sessionId = 0] = await workshops()
  const waiting = await salimaWaits()
  const karim = await here.newMaker('Karim')
  await gesture((work) => cancelSessions(work, { sessionId, scope: 'one' }))
  expect(await here.book(karim, lab.machines.sewing, herHour)).toMatchObject({ refusal: 'slot-taken' })
  await worker()
  expect(await here.statusOf(waiting)).toBe('booked')
  expect(given()).toHaveLength(1)
})

test('an hour that begins too soon to be told of is given to nobody, and the first to come takes it', async () => {
  const [sessionId = 0] = await workshops()
  const waiting = await salimaWaits()
  there.now = Temporal.Instant.from('2026-12-02T08:30:00Z')
  await gesture((work) => cancelSessions(work, { sessionId, scope: 'one' }))
  await worker()
  expect(await here.statusOf(waiting)).toBe('waiting')
  const karim = await here.newMaker('Karim')
  expect((await here.book(karim, lab.machines.sewing, herHour)).ok).toBe(true)
  there.now = Temporal.Instant.from('2026-12-01T08:00:00Z')
})

test('control: without the trigger, a workshop is cancelled and she stays waiting', async () => {
  const [sessionId = 0] = await workshops()
  const waiting = await salimaWaits()
  await there.owner.query('alter table network.occupations disable trigger notes_freed')
  await gesture((work) => cancelSessions(work, { sessionId, scope: 'one' }))
  await there.owner.query('alter table network.occupations enable trigger notes_freed')
  await worker()
  expect(await here.statusOf(waiting)).toBe('waiting')
  expect(received).toEqual([])
})
