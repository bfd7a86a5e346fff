import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { answerCall } from './call-answer.ts'
import { chooseHost } from './call-choose.ts'
import { closeCalls, reopenSessionsOf, tellWithdrawal } from './call-follow.ts'
import { callHosts } from './call-hosts.ts'
import { composers } from './call-messages.ts'
import { remindHost, remindHosts } from './call-remind.ts'
import { holderOf } from './call-token.ts'
import { withdrawHost } from './call-withdraw.ts'
import { callWords } from './call-words.ts'
import { insertHost, readNeed } from './db/call-needs.ts'
import type { Answer } from './domain/call-plan.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
let session: number

const everyHalfDay = [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
  ['morning', 'afternoon', 'evening'].map((half) => `${day}-${half}`),
)

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
})
afterAll(() => at.close())

const start = () => at.now.add({ hours: 24 * 10 })

beforeEach(async () => {
  at.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
  await at.owner.query('delete from programme.session_hosts')
  await at.owner.query('delete from planning.calls')
  await at.owner.query('delete from team.profiles')
  await at.owner.query('delete from graphile_worker._private_jobs')
  session = await newSession()
})

async function newSession({
  needed = 1,
  from = start(),
  skills = [] as string[],
  status = 'published',
} = {}) {
  const { rows } = await at.owner.query<{ id: number }>(
    `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity, hosts_needed, skills_needed, status)
     select $1, (select min(id) from programme.activities), id, $2, $2::timestamptz + interval '90 minutes', 3, $3, $4, $5
     from network.places where centre_id = $1 order by id limit 1 returning id`,
    [world.centres.saintOuen, from.toString(), needed, skills, status],
  )
  return rows[0]?.id ?? 0
}

async function newMember(name: string, profile: { skills?: string[]; calls?: number } = {}) {
  const { rows } = await at.owner.query<{ id: number }>(
    `insert into access.members (centre_id, slug, name, role, contact_key, phone_sealed, created_at)
     values ($1, $2, $3, 'facilitator', $4, $5, now()) returning id`,
    [
      world.centres.saintOuen,
      `${name}-${randomBytes(6).toString('hex')}`,
      name,
      randomBytes(32),
      at.house.seal.close('+33639981234'),
    ],
  )
  const member = rows[0]?.id ?? 0
  await at.owner.query(
    `insert into team.profiles (member_id, centre_id, kind, skills, weekly, calls_per_month, changed_at)
     values ($1, $2, 'volunteer', $3, $4, $5, now())`,
    [member, world.centres.saintOuen, profile.skills ?? [], everyHalfDay, profile.calls ?? 4],
  )
  return member
}

const system = () => ({ kind: 'system', centre: world.centres.saintOuen }) as const
const asking = (after: number | null = null, asked = session) =>
  at.house.inWork(system(), (work) => callHosts(work, at.house.seal, { session: asked, after }))

const linkOf = async (member: number, asked = session) => {
  const { rows } = await at.owner.query(
    'select token_sealed from planning.calls where session_id = $1 and member_id = $2',
    [asked, member],
  )
  return at.house.seal.open(rows[0].token_sealed)
}
/** Answers from the link of the message, as whoever holds it. */
async function answers(member: number, answer: Answer, asked = session) {
  const holder = await holderOf(at.house, await linkOf(member, asked))
  if (!holder) throw new Error('no holder')
  return at.house.inWork(holder.actor, (work) => answerCall(work, { call: holder.call, answer }))
}
const withdraws = (member: number) =>
  at.house.inWork(
    {
      kind: 'member',
      member,
      role: 'facilitator',
      centre: world.centres.saintOuen,
      name: '',
    },
    (work) => withdrawHost(work, { session, token: null }),
  )
const hostsOf = async (of = session) =>
  (
    await at.owner.query(
      'select member_id as id from programme.session_hosts where session_id = $1 order by 1',
      [of],
    )
  ).rows.map(({ id }) => id as number)
const statuses = async () =>
  Object.fromEntries(
    (
      await at.owner.query(
        'select member_id, status from planning.calls where session_id = $1 order by member_id',
        [session],
      )
    ).rows.map(({ member_id, status }) => [member_id, status]),
  )
const jobs = async (task: string) =>
  (
    await at.owner.query(
      `select j.payload, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = $1 order by j.id`,
      [task],
    )
  ).rows as { payload: Record<string, number | string | null>; run_at: Temporal.Instant }[]

test('a call, its answer and its page speak French, English and Arabic', () => checkCatalogue(callWords))

describe('offering a session to those who can host it', () => {
  test('three are asked first, and the next ones when a day has passed without a yes', async () => {
    const team = [await newMember('A'), await newMember('B'), await newMember('C'), await newMember('D')]
    expect(await asking()).toMatchObject({ ok: true, value: { asked: 3 } })
    const [next] = await jobs('planning.call-hosts')
    expect(next?.payload).toMatchObject({ session, after: 3 })
    expect(await asking(3)).toMatchObject({ ok: true, value: { asked: 1 } })
    expect(Object.keys(await statuses())).toHaveLength(team.length)
    expect(await asking()).toMatchObject({ ok: false, refusal: 'nobody-fits' })
  })

  test('a wave that is run twice asks nobody twice', async () => {
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']) await newMember(name)
    await asking()
    await asking(3)
    expect(await asking(3)).toMatchObject({ ok: true, value: { asked: 0 } })
    expect(await jobs('messaging.deliver')).toHaveLength(6)
  })

  test('somebody who cannot show what is needed, or was asked often enough, is left in peace', async () => {
    session = await newSession({ skills: ['safety'] })
    await newMember('without the skill')
    await newMember('who wants no calls', { skills: ['safety'], calls: 0 })
    const able = await newMember('able', { skills: ['safety'] })
    await asking()
    expect(await statuses()).toEqual({ [able]: 'asked' })
  })

  test('nobody is asked at night: the message waits for nine in the morning', async () => {
    await newMember('A')
    at.now = Temporal.Instant.from('2026-12-01T21:30:00Z')
    await asking()
    const { rows } = await at.owner.query(
      `select run_at = '2026-12-02T08:00:00Z' as in_the_morning from graphile_worker._private_jobs`,
    )
    expect(rows).toEqual([{ in_the_morning: true }])
  })

  test('the message asks in one sentence, with a link, and is not sent once somebody said yes', async () => {
    const [first, second] = [await newMember('Inès'), await newMember('Julien')]
    await asking()
    const { rows } = await at.owner.query('select id from planning.calls where member_id = $1', [second])
    const write = () =>
      at.house.inWork(system(), async (work) => composers(at.house)['planning.call']?.(work, rows[0].id, 1))
    const message = await write()
    expect(message?.body).toContain(`Bonjour Julien. Pouvez-vous animer`)
    expect(message?.body).toContain(`http://localhost/calls/${await linkOf(second)}`)
    await answers(first, 'yes')
    expect(await write()).toBeNull()
  })
})

describe('answering from the message', () => {
  test('the first yes takes the session; the second is thanked, and told that it is taken', async () => {
    const [first, second, third] = [await newMember('A'), await newMember('B'), await newMember('C')]
    await asking()
    expect(await answers(first, 'yes')).toMatchObject({ ok: true, value: { status: 'yes' } })
    expect(await answers(second, 'yes')).toMatchObject({ ok: true, value: { status: 'taken' } })
    await at.house.inWork(system(), (work) => closeCalls(work, { session }))
    expect(await hostsOf()).toEqual([first])
    expect(await statuses()).toEqual({ [first]: 'yes', [second]: 'taken', [third]: 'taken' })
    const told = (await jobs('messaging.deliver')).filter(({ payload }) => payload.kind === 'planning.taken')
    expect(told).toHaveLength(1)
  })

  test('yes twice is one yes, and no after yes withdraws', async () => {
    const member = await newMember('A')
    await asking()
    await answers(member, 'yes')
    expect(await answers(member, 'yes')).toMatchObject({ value: { status: 'yes' } })
    expect(await hostsOf()).toEqual([member])
    expect(await answers(member, 'no')).toMatchObject({ value: { status: 'withdrawn' } })
    expect(await hostsOf()).toEqual([])
  })

  test('« ask me later » is asked again halfway, two days later at most', async () => {
    const member = await newMember('A')
    await asking()
    expect(await answers(member, 'later')).toMatchObject({ value: { status: 'later' } })
    const { rows } = await at.owner.query(
      `select run_at = '2026-12-03T09:00:00Z' as in_two_days from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'planning.ask-again'`,
    )
    expect(rows).toEqual([{ in_two_days: true }])
  })

  test('whoever is elsewhere at that time is told so, and nothing changes', async () => {
    const member = await newMember('A')
    await asking()
    const elsewhere = await newSession({ from: start().add({ minutes: 30 }) })
    await at.house.inWork(system(), (work) =>
      insertHost(work, { session: elsewhere, centre: world.centres.saintOuen }, member),
    )
    expect(await answers(member, 'yes')).toMatchObject({ ok: false, refusal: 'clash' })
    expect(await hostsOf()).toEqual([])
    expect(await statuses()).toEqual({ [member]: 'asked' })
  })

  test('once the session has begun nothing can be answered, and once she left the team the link opens nothing', async () => {
    const member = await newMember('A')
    await asking()
    at.now = start()
    expect(await answers(member, 'yes')).toMatchObject({ ok: false, refusal: 'session-over' })
    const link = await linkOf(member)
    await at.owner.query('update access.members set active = false where id = $1', [member])
    expect(await holderOf(at.house, link)).toBeNull()
    expect(await holderOf(at.house, 'x'.repeat(22))).toBeNull()
  })

  test('twenty who say yes at the same instant leave exactly one host', async () => {
    const team = await Promise.all(Array.from({ length: 20 }, (_, i) => newMember(`M${i}`)))
    for (let wave = 0; wave < 7; wave++) await asking()
    const said = await Promise.all(team.map((member) => answers(member, 'yes')))
    expect(await hostsOf()).toHaveLength(1)
    expect(said.filter((answer) => answer.ok && answer.value.status === 'yes')).toHaveLength(1)
    expect(said.filter((answer) => answer.ok && answer.value.status === 'taken')).toHaveLength(19)
  })

  test('control: without waiting for each other, several would be hosts', async () => {
    const team = [await newMember('A'), await newMember('B'), await newMember('C')]
    const gate = () => {
      let here = 0
      let open = () => {}
      const all = new Promise<void>((resolve) => {
        open = resolve
      })
      return () => {
        if (++here === team.length) open()
        return all
      }
    }
    const [everybodyLooked, everybodyWrote] = [gate(), gate()]
    await Promise.all(
      team.map((member) =>
        at.house.inWork(system(), async (work) => {
          const need = await readNeed(work, session)
          await everybodyLooked()
          if (need && need.hosts > 0) await insertHost(work, need, member)
          await everybodyWrote()
        }),
      ),
    )
    expect((await hostsOf()).length).toBeGreaterThan(1)
  })
})

describe('withdrawing', () => {
  test('the session is offered again at once, to those who were told it was taken too', async () => {
    const [first, second] = [await newMember('A'), await newMember('B')]
    await asking()
    await answers(first, 'yes')
    await answers(second, 'yes')
    expect(await withdraws(first)).toMatchObject({ ok: true })
    expect(await jobs('planning.call-hosts')).toHaveLength(1)
    expect(await jobs('planning.tell-withdrawal')).toHaveLength(0)
    await asking()
    expect(await statuses()).toEqual({ [first]: 'withdrawn', [second]: 'asked' })
  })

  test('less than two days before, her coordinators are told', async () => {
    const member = await newMember('A')
    await asking()
    await answers(member, 'yes')
    at.now = start().subtract({ hours: 40 })
    await withdraws(member)
    const [alert] = await jobs('planning.tell-withdrawal')
    const call = Number(alert?.payload.call)
    await at.house.inWork(system(), (work) => tellWithdrawal(work, { call }))
    const write = composers(at.house)['planning.withdrawal']
    const message = await at.house.inWork(system(), async (work) => write?.(work, call, world.members.nadia))
    expect(message).toMatchObject({ to: '+33639980002' })
    expect(message?.body).toContain('A ne peut plus animer')
    const alerts = (await jobs('messaging.deliver')).filter(
      ({ payload }) => payload.kind === 'planning.withdrawal',
    )
    expect(alerts).toHaveLength(1)
  })

  test('whoever does not host a session withdraws from nothing, and takes nobody off it', async () => {
    const [host, other] = [await newMember('A'), await newMember('B')]
    await asking()
    await answers(host, 'yes')
    expect(await withdraws(other)).toMatchObject({ ok: false, refusal: 'not-a-host' })
    expect(await hostsOf()).toEqual([host])
  })

  test('somebody who leaves the team leaves her sessions to others', async () => {
    const member = await newMember('A')
    await at.house.inWork(
      {
        kind: 'member',
        member: world.members.nadia,
        role: 'coordinator',
        centre: world.centres.saintOuen,
        name: 'Nadia',
      },
      (work) => chooseHost(work, at.house.seal, { session, member }),
    )
    expect(await hostsOf()).toEqual([member])
    await at.house.inWork(system(), (work) =>
      reopenSessionsOf(work, at.house.seal, { centre: world.centres.saintOuen, member }),
    )
    expect(await hostsOf()).toEqual([])
    expect(await statuses()).toEqual({ [member]: 'withdrawn' })
  })
})

describe('reminding hosts', () => {
  test('the day before, once, also a host the coordinator chose; a move moves it', async () => {
    const member = await newMember('A')
    await at.house.inWork(system(), (work) =>
      insertHost(work, { session, centre: world.centres.saintOuen }, member),
    )
    await at.house.inWork(system(), (work) => remindHosts(work, at.house.seal, session))
    const planned = async () =>
      (
        await at.owner.query(
          `select run_at::text from graphile_worker._private_jobs where key = 'host:' || $1 || ':' || $2`,
          [session, member],
        )
      ).rows
    expect(await planned()).toHaveLength(1)
    at.now = start().subtract({ hours: 20 })
    const remind = () => at.house.inWork(system(), (work) => remindHost(work, { session, member }))
    await remind()
    await remind()
    const sent = async () =>
      (await jobs('messaging.deliver')).filter(({ payload }) => payload.kind === 'planning.reminder')
    expect(await sent()).toHaveLength(1)
    await at.owner.query(
      `update programme.sessions set starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days' where id = $1`,
      [session],
    )
    await at.house.inWork(system(), (work) => remindHosts(work, at.house.seal, session))
    await remind()
    expect(await sent()).toHaveLength(1)
    at.now = at.now.add({ hours: 24 * 7 })
    await remind()
    expect(await sent()).toHaveLength(2)
  })

  test('a host is told once that her session moved, and that it is cancelled; whoever came after the move is not', async () => {
    const [before, after] = [await newMember('A'), await newMember('B')]
    await at.owner.query('update programme.sessions set hosts_needed = 2 where id = $1', [session])
    await asking()
    await answers(before, 'yes')
    const follow = () => at.house.inWork(system(), (work) => remindHosts(work, at.house.seal, session))
    const told = async (kind: string) =>
      (await jobs('messaging.deliver')).filter(({ payload }) => payload.kind === kind).length
    await at.owner.query(
      `update programme.sessions set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour',
         revision = revision + 1 where id = $1`,
      [session],
    )
    await follow()
    await at.house.inWork(system(), (work) =>
      insertHost(work, { session, centre: world.centres.saintOuen }, after),
    )
    await at.owner.query('delete from planning.calls where member_id = $1', [after])
    await follow()
    await follow()
    expect(await told('planning.moved')).toBe(1)
    await at.owner.query(
      `update programme.sessions set status = 'cancelled', revision = revision + 1 where id = $1`,
      [session],
    )
    await follow()
    await follow()
    expect(await told('planning.cancelled')).toBe(2)
  })

  test('a session that is cancelled reminds nobody', async () => {
    const member = await newMember('A')
    await asking()
    await answers(member, 'yes')
    await at.owner.query(`update programme.sessions set status = 'cancelled' where id = $1`, [session])
    await at.house.inWork(system(), (work) => remindHosts(work, at.house.seal, session))
    const { rows } = await at.owner.query(
      `select key from graphile_worker._private_jobs where key like 'host:%'`,
    )
    expect(rows).toEqual([])
  })
})
