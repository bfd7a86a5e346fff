import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jobs as messagingJobs } from '#modules/messaging/jobs.ts'
import { parseContact, sealContact } from '#modules/people/index.ts'
import {
  cancelRegistration,
  cancelSession,
  changeSession,
  newTicket,
  register,
} from '#modules/registrations/index.ts'
import { jobs as registrationsJobs } from '#modules/registrations/jobs.ts'
import { composers } from '#modules/registrations/messages.ts'
import type { Job, Jobs } from '#platform/jobs/index.ts'
import type { Driver, Outgoing } from '#platform/messages/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'

let there: TestHouse
let world: SmallWorld
let jobs: Jobs
let resident: Actor
let coordinator: Actor

/** A provider that keeps what it was given, and obeys `mood` first. */
const provider = {
  received: [] as (Outgoing & { id: string })[],
  mood: async () => {},
}
const driver: Driver = {
  name: 'recording',
  async send(message, id) {
    await provider.mood()
    provider.received.push({ ...message, id })
    return { receipt: `receipt-${provider.received.length}` }
  },
}

beforeAll(async () => {
  there = await testHouse()
})
afterAll(() => there.close())

beforeEach(async () => {
  provider.received.length = 0
  provider.mood = async () => {}
  there.now = Temporal.Instant.from('2026-12-01T08:00:00Z')
  await there.owner.query(`truncate network.centres, access.members, programme.activities restart identity cascade;
    truncate messaging.messages, people.residents, registrations.registrations cascade; delete from graphile_worker._private_jobs`)
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  const { house } = there
  jobs = {
    ...registrationsJobs(house),
    ...messagingJobs(house, composers(house), { sms: driver, email: driver }),
  }
  resident = { kind: 'resident', centre: world.centres.saintOuen }
  coordinator = {
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }
})

type Payload = Parameters<Job>[0]
type Queued = { task: string; payload: Payload; runAt: string }

/** What waits in the queue, soonest first; hours in UTC. */
async function queue(): Promise<Queued[]> {
  const { rows } = await there.owner.query(
    `select t.identifier as task, j.payload, (j.run_at at time zone 'UTC')::text as "runAt" from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id order by j.run_at, j.id`,
  )
  return rows
}

const run = (task: string, payload: Payload, lastAttempt = false) =>
  (jobs[task] as Job)(payload, { attempt: 1, lastAttempt })

/** The worker at this moment: runs all that is due, and what that brings, and takes it out of the queue. */
async function work(): Promise<void> {
  for (;;) {
    const { rows } = await there.owner.query(
      // A job without a date carries the database's own hour, which is not the test's.
      `delete from graphile_worker._private_jobs where id = (select id from graphile_worker._private_jobs
         where run_at <= $1 or run_at between now() - interval '1 hour' and now() order by run_at, id limit 1)
       returning task_id, payload`,
      [there.now.toString()],
    )
    const [job] = rows
    if (!job) return
    const { rows: tasks } = await there.owner.query(
      'select identifier from graphile_worker._private_tasks where id = $1',
      [job.task_id],
    )
    await run(tasks[0].identifier, job.payload)
  }
}

async function join(
  contact: { phone?: string; email?: string } = { phone: '06 39 98 12 34' },
  session = world.sessions.video,
  party = 1,
  name = 'Odette',
) {
  const parsed = parseContact({ ...contact, country: 'FR' } as Parameters<typeof parseContact>[0])
  if (!parsed.ok) throw new Error(parsed.refusal)
  const joined = await there.house.inWork(resident, (work) =>
    register(work, {
      sessionId: session,
      name,
      contact: sealContact(there.house.seal, parsed.value),
      party,
      language: 'fr',
      throughHelper: false,
      source: 'web',
      ticket: newTicket(there.house.seal),
    }),
  )
  if (!joined.ok) throw new Error(joined.refusal)
  return joined.value
}
const confirmation = (ref: number) => ({
  centre: world.centres.saintOuen,
  kind: 'registrations.confirmed',
  ref,
  version: 0,
})
const kept = async () =>
  (
    await there.owner.query(
      'select status, attempts, doubts, error, receipt, body_sealed from messaging.messages order by id',
    )
  ).rows

test('a confirmation asked for three times, twice at once, is sent once and its receipt kept', async () => {
  const { id } = await join()
  await Promise.allSettled([
    run('messaging.deliver', confirmation(id)),
    run('messaging.deliver', confirmation(id)),
  ])
  await run('messaging.deliver', confirmation(id))
  expect(provider.received).toHaveLength(1)
  expect(provider.received[0]).toMatchObject({
    channel: 'sms',
    to: '+33639981234',
    language: 'fr',
    id: expect.stringMatching(/^maillage-\d+$/),
  })
  const [row] = await kept()
  expect(row).toMatchObject({ status: 'sent', receipt: 'receipt-1', attempts: 1 })
  expect(row.body_sealed.toString('latin1')).not.toContain('Maillage')
})

test('somebody who left an address reads an e-mail', async () => {
  await join({ email: 'odette@exemple.fr' })
  await work()
  expect(provider.received).toMatchObject([
    { channel: 'email', to: 'odette@exemple.fr', subject: expect.stringContaining('Votre place est gardée') },
  ])
})

test('a worker killed between sending and writing it down sends again once at most, with the same identity', async () => {
  const { id } = await join()
  for (let kill = 0; kill < 4; kill++) {
    // What a killed worker leaves: the message handed over, nothing written after.
    await run('messaging.deliver', confirmation(id)).catch(() => {})
    await there.owner.query(
      `update messaging.messages set status = 'sending', receipt = null, sent_at = null where status = 'sent'`,
    )
    there.now = there.now.add({ minutes: 5 })
  }
  expect(provider.received).toHaveLength(2)
  expect(new Set(provider.received.map(({ id }) => id)).size).toBe(1)
  expect(await kept()).toMatchObject([{ status: 'failed', error: 'IN_DOUBT', doubts: 1 }])
})

test('a message cut short is not sent again once the registration is cancelled', async () => {
  const { id } = await join()
  await run('messaging.deliver', confirmation(id))
  await there.owner.query(`update messaging.messages set status = 'sending'`)
  await there.house.inWork(resident, (work) =>
    cancelRegistration(work, { registrationId: id, by: 'resident' }),
  )
  there.now = there.now.add({ minutes: 5 })
  await run('messaging.deliver', confirmation(id))
  expect(provider.received).toHaveLength(1)
  expect(await kept()).toMatchObject([{ status: 'failed', error: 'NO_LONGER_TRUE' }])
})

test('a resident who cancels before the confirmation leaves is told of the cancellation only, and never reminded', async () => {
  const { id } = await join()
  await there.house.inWork(resident, (work) =>
    cancelRegistration(work, { registrationId: id, by: 'resident' }),
  )
  await work()
  there.now = there.now.add({ hours: 20 })
  await run('registrations.remind', { centre: world.centres.saintOuen, registration: id })
  await work()
  expect(provider.received.map(({ body }) => body)).toEqual([
    expect.stringContaining('votre inscription est annulée'),
  ])
})

test('a provider that refuses twice is asked a third time, and the message leaves once', async () => {
  const { id } = await join()
  let refusals = 2
  provider.mood = async () => {
    if (refusals-- > 0) throw Object.assign(new Error('451 try later <+33639981234>'), { code: 'EENVELOPE' })
  }
  for (let attempt = 1; attempt <= 2; attempt++) {
    await expect(run('messaging.deliver', confirmation(id))).rejects.toThrow('EENVELOPE')
    expect(await kept()).toMatchObject([{ status: 'sending', error: 'EENVELOPE' }])
  }
  await run('messaging.deliver', confirmation(id))
  expect(provider.received).toHaveLength(1)
  expect(await kept()).toMatchObject([{ status: 'sent', attempts: 3, error: null }])
})

test('a provider that never accepts is given up at the last attempt, and no number is kept in the error', async () => {
  const { id } = await join()
  provider.mood = () => Promise.reject(new Error('550 no such user +33639981234'))
  await expect(run('messaging.deliver', confirmation(id), true)).rejects.toThrow(
    /^registrations.confirmed was not sent: REFUSED$/,
  )
  expect(await kept()).toMatchObject([{ status: 'failed', error: 'REFUSED' }])
})

test('a session moved later takes its reminder along: one message for the move, one reminder at the new hour', async () => {
  const { id } = await join()
  await work()
  const moved = await there.house.inWork(coordinator, (work) =>
    changeSession(work, {
      sessionId: world.sessions.video,
      startsAt: Temporal.Instant.from('2026-12-04T10:00:00Z'),
    }),
  )
  expect(moved.ok).toBe(true)
  await work()
  const reminders = (await queue()).filter(({ task }) => task === 'registrations.remind')
  expect(reminders.map(({ runAt }) => runAt)).toEqual(['2026-12-03 09:00:00'])

  // The reminder of the old date, had it been running while the session moved.
  there.now = Temporal.Instant.from('2026-12-01T10:00:00Z')
  await run('registrations.remind', { centre: world.centres.saintOuen, registration: id })
  for (const at of ['2026-12-03T09:00:00Z', '2026-12-03T09:05:00Z']) {
    there.now = Temporal.Instant.from(at)
    await run('registrations.remind', { centre: world.centres.saintOuen, registration: id })
    await work()
  }
  const told = provider.received.map(({ body }) => body)
  expect(told).toHaveLength(3)
  expect(told[1]).toContain('la date a changé')
  expect(told[2]).toContain('on vous attend')
  expect(told[2]).toContain('vendredi 4 décembre')
})

test('a reminder claimed before a move is not sent with the old date', async () => {
  const { id } = await join()
  await work()
  there.now = Temporal.Instant.from('2026-12-01T10:30:00Z')
  await run('registrations.remind', { centre: world.centres.saintOuen, registration: id })
  await there.house.inWork(coordinator, (work) =>
    changeSession(work, {
      sessionId: world.sessions.video,
      startsAt: Temporal.Instant.from('2026-12-04T10:00:00Z'),
    }),
  )
  await run('messaging.deliver', {
    centre: world.centres.saintOuen,
    kind: 'registrations.reminder',
    ref: id,
    version: 0,
  })
  expect(provider.received.map(({ body }) => body)).not.toContainEqual(
    expect.stringContaining('on vous attend'),
  )
})

test('everybody of a cancelled session is told once, and nobody is reminded', async () => {
  const { id } = await join()
  await join({ phone: '06 39 98 56 78' }, world.sessions.video, 1, 'Farid')
  await work()
  await there.house.inWork(coordinator, (work) => cancelSession(work, { sessionId: world.sessions.video }))
  await work()
  await run('registrations.tell-session', {
    centre: world.centres.saintOuen,
    session: world.sessions.video,
    revision: 1,
  })
  await work()
  const told = provider.received.slice(2)
  expect(told.map(({ to }) => to).sort()).toEqual(['+33639981234', '+33639985678'])
  for (const { body } of told) expect(body).toContain('la séance est annulée')
  expect((await queue()).map(({ task }) => task)).not.toContain('registrations.remind')
  there.now = there.now.add({ hours: 3 })
  await run('registrations.remind', { centre: world.centres.saintOuen, registration: id })
  expect((await queue()).map(({ task }) => task)).not.toContain('messaging.deliver')
})

test('a full session says the rank, and the seat that is freed is offered in words with its end', async () => {
  const { id } = await join({ phone: '06 39 98 11 11' }, world.sessions.video, 2, 'Ana')
  await join({ phone: '06 39 98 22 22' }, world.sessions.video, 1, 'Bilal')
  await work()
  await there.house.inWork(resident, (work) =>
    cancelRegistration(work, { registrationId: id, by: 'resident' }),
  )
  await work()
  const toBilal = provider.received.filter(({ to }) => to === '+33639982222').map(({ body }) => body)
  expect(toBilal).toEqual([
    expect.stringContaining('rang 1'),
    expect.stringMatching(/une place est libre pour vous.*Répondez avant/),
  ])
})

test('words and recipients are erased after thirty days, the rest after a year', async () => {
  const { id } = await join()
  await run('messaging.deliver', confirmation(id))
  there.now = there.now.add({ hours: 24 * 29 })
  await run('messaging.purge', {})
  const words = async () => (await kept()).map(({ body_sealed }) => there.house.seal.open(body_sealed))
  expect(await words()).toEqual([expect.stringContaining('Maillage')])
  there.now = there.now.add({ hours: 48 })
  await run('messaging.purge', {})
  expect(await words()).toEqual([''])
  there.now = there.now.add({ hours: 24 * 340 })
  await run('messaging.purge', {})
  expect(await kept()).toEqual([])
})
