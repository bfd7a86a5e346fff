import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Job } from '#platform/jobs/index.ts'
import { segmentsOf } from '#platform/messages/fitting.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { boardOf } from './board.fixture.ts'
import type { MomentChoice } from './domain/moment.ts'
import { reminderAfter, reminderAt } from './domain/reminder.ts'
import { stop } from './end.ts'
import { introduce } from './introduce.ts'
import { jobs } from './jobs.ts'
import { versionOf } from './tell.ts'

let at: TestHouse
let world: SmallWorld
beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
})
afterAll(() => at.close())
/** Two days before the workshop of `world`, which begins on the 2nd at 11 in Paris. */
const twoDaysBefore = Temporal.Instant.from('2026-11-30T08:00:00Z')
const start = Temporal.Instant.from('2026-12-02T10:00:00Z')
beforeEach(async () => {
  at.now = twoDaysBefore
  await at.owner.query(
    'delete from board.neighbours; delete from board.figures; delete from graphile_worker._private_jobs',
  )
  await at.owner.query(
    `update programme.sessions set status = 'published', starts_at = $2, ends_at = $2::timestamptz + interval '1 hour' where id = $1`,
    [world.sessions.video, start.toString()],
  )
})

const { here, samira, up, answers, proposed, written, idOf } = boardOf(() => ({ at, world }))

/** Karim answers Monique, and Samira puts them in touch. */
async function twoMeet(
  moment: MomentChoice = { kind: 'session', id: world.sessions.video },
): Promise<number> {
  await answers('karim', await up('monique'))
  const id = await proposed()
  await at.house.inWork(samira(), (work) => introduce(work, { introduction: id, moment, member: samira() }))
  return id
}

/** Reminders that wait in the queue, and when each leaves. */
async function waiting(): Promise<{ payload: Parameters<Job>[0]; at: string }[]> {
  const { rows } = await at.owner.query(
    `select payload, to_char(run_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'board.remind'`,
  )
  return rows
}
/** Reminders asked of the post, each once. */
async function sent(): Promise<string[]> {
  const { rows } = await at.owner.query(
    `select distinct payload ->> 'kind' as kind, payload ->> 'version' as version from graphile_worker._private_jobs
     where payload ->> 'kind' like 'board.reminder-%' order by 1, 2`,
  )
  return rows.map(({ kind, version }) => `${kind} ${version}`)
}
const run = (task: string, payload: Parameters<Job>[0] = {}) => jobs(at.house)[task]?.(payload, {} as never)
const remind = (introduction: number) =>
  run('board.remind', { centre: world.centres.saintOuen, introduction })
const move = (to: Temporal.Instant) =>
  at.owner.query(
    `update programme.sessions set starts_at = $2, ends_at = $2::timestamptz + interval '1 hour' where id = $1`,
    [world.sessions.video, to.toString()],
  )
const both = (of: Temporal.Instant) => [
  `board.reminder-author ${versionOf(of)}`,
  `board.reminder-other ${versionOf(of)}`,
]

test('two people who meet are reminded the day before at ten in the morning, there', () => {
  const inZone = (text: string) => reminderAt(Temporal.ZonedDateTime.from(text)).toString()
  expect(inZone('2026-12-02T11:00[Europe/Paris]')).toBe('2026-12-01T09:00:00Z')
  expect(inZone('2026-12-02T11:00[America/Martinique]')).toBe('2026-12-01T14:00:00Z')
  expect(inZone('2026-12-02T09:00[Indian/Reunion]')).toBe('2026-12-01T06:00:00Z')
  // The night between, clocks change: ten stays ten.
  expect(inZone('2027-03-28T11:00[Europe/Paris]')).toBe('2027-03-27T09:00:00Z')
})

test('who is put in touch the evening before has just been told, and needs no reminder', () => {
  const meeting = Temporal.ZonedDateTime.from('2026-12-02T11:00[Europe/Paris]')
  const after = (told: string) => reminderAfter(meeting, Temporal.Instant.from(told))?.toString() ?? null
  expect(after('2026-12-01T02:59:00Z')).toBe('2026-12-01T09:00:00Z')
  expect(after('2026-12-01T03:00:00Z')).toBeNull()
  expect(after('2026-12-01T18:00:00Z')).toBeNull()
})

test('both are reminded once, by first names, with the day and the place, however often the worker begins again', async () => {
  const id = await twoMeet()
  expect(await waiting()).toEqual([
    { payload: { centre: world.centres.saintOuen, introduction: id }, at: '2026-12-01 09:00' },
  ])
  at.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
  await Promise.all([remind(id), remind(id)])
  await remind(id)
  expect(await sent()).toEqual(both(start))
  const { rows } = await at.owner.query(
    `select count(*)::int as jobs from graphile_worker._private_jobs where payload ->> 'kind' like 'board.reminder-%'`,
  )
  expect(rows).toEqual([{ jobs: 2 }])
  const [toMonique, toKarim] = [
    await written('board.reminder-author', id, versionOf(start)),
    await written('board.reminder-other', id, versionOf(start)),
  ]
  expect(toMonique).toMatchObject({ channel: 'sms', to: '+33639981201' })
  expect(toMonique?.body).toMatch(/rappel.*Karim.*mercredi 2 décembre, 11 h.*\/board\/me\//)
  expect(toKarim?.body).toContain('Monique')
  for (const { body = '' } of [toMonique ?? {}, toKarim ?? {}]) expect(body).not.toMatch(/63998120/)
})

test('control: without the claim, the two attempts would remind twice', async () => {
  const id = await twoMeet()
  at.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
  await remind(id)
  await at.owner.query('update board.introductions set reminded_of = null')
  await remind(id)
  const { rows } = await at.owner.query(
    `select count(*)::int as jobs from graphile_worker._private_jobs where payload ->> 'kind' like 'board.reminder-%'`,
  )
  expect(rows).toEqual([{ jobs: 4 }])
})

test('a meeting that moves takes its reminder along, and one already sent is no longer true', async () => {
  const id = await twoMeet()
  const later = start.add({ hours: 48 })
  await move(later)
  await run('board.follow')
  expect((await waiting()).map((one) => one.at)).toEqual(['2026-12-03 09:00'])
  at.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
  await remind(id)
  expect(await sent()).toEqual([])
  at.now = Temporal.Instant.from('2026-12-03T09:00:00Z')
  await remind(id)
  expect(await sent()).toEqual(both(later))
  expect(await written('board.reminder-author', id, versionOf(start))).toBeNull()
  // Moved again after the reminder left: of the new day, a new one.
  const last = later.add({ hours: 48 })
  await move(last)
  await run('board.follow')
  expect((await waiting()).map((one) => one.at)).toEqual(['2026-12-05 09:00'])
  at.now = Temporal.Instant.from('2026-12-05T09:00:00Z')
  await remind(id)
  expect(await sent()).toEqual([...both(later), ...both(last)].sort())
})

test('moved before anybody noticed, the reminder goes back to the day before by itself', async () => {
  const id = await twoMeet()
  await move(start.add({ hours: 24 }))
  at.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
  await remind(id)
  expect(await sent()).toEqual([])
  expect((await waiting()).map((one) => one.at)).toEqual(['2026-12-02 09:00'])
})

test('nobody is reminded of what was stopped, cancelled, begun, or left to a call', async () => {
  const id = await twoMeet()
  at.now = start
  await remind(id)
  at.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
  await at.owner.query(`update programme.sessions set status = 'cancelled' where id = $1`, [
    world.sessions.video,
  ])
  await remind(id)
  await at.owner.query(`update programme.sessions set status = 'published' where id = $1`, [
    world.sessions.video,
  ])
  const karim = await idOf('Karim')
  await at.house.inWork(here(), (work) => stop(work, { introduction: id, by: karim }))
  await remind(id)
  await at.owner.query('delete from board.neighbours')
  await remind(id)
  expect(await sent()).toEqual([])
  expect(await written('board.reminder-author', id, versionOf(start))).toBeNull()
  await at.owner.query('delete from graphile_worker._private_jobs')
  at.now = twoDaysBefore
  await twoMeet({ kind: 'call' })
  expect(await waiting()).toEqual([])
})

test('in each language a reminder fits two SMS', async () => {
  const id = await twoMeet()
  for (const [language, said] of [
    ['fr', 'rappel'],
    ['en', 'reminder'],
    ['ar', 'تذكير'],
  ] as const) {
    await at.owner.query('update board.neighbours set language = $1', [language])
    const message = await written('board.reminder-other', id, versionOf(start))
    expect(message?.body).toContain(said)
    expect(segmentsOf(message?.body ?? ''), language).toBeLessThanOrEqual(2)
  }
})
