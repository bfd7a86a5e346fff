import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { founderLinkRoutes } from '#modules/ventures/founder-link-routes.tsx'
import { jobs as venturesJobs } from '#modules/ventures/jobs.ts'
import type { Env } from '#platform/http/env.ts'
import type { Job } from '#platform/jobs/index.ts'
import { segmentsOf } from '#platform/messages/fitting.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { applyRound, undoRound } from './apply-round.ts'
import { readLiveMatches } from './db/matches.ts'
import { readMentor } from './db/mentors.ts'
import { acceptOpen } from './decide-pair.ts'
import { eraseMentor } from './erase-mentor.ts'
import { jobs } from './jobs.ts'
import { peopleOf, type SomeFounder } from './mentoring.fixture.ts'
import { composers } from './messages.ts'
import { readSides } from './read-sides.ts'
import { askRound } from './run-round.ts'

let there: TestHouse
let world: SmallWorld
let here: ReturnType<typeof peopleOf>
/** Whoever is told of a match is told in real time: the database itself sees her leave. */
const anHourAgo = () => Temporal.Now.instant().subtract({ hours: 1 })

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
})
afterAll(() => there.close())
beforeEach(async () => {
  there.now = anHourAgo()
  await there.owner.query(
    'delete from mentoring.mentors; delete from ventures.founders; delete from mentoring.rounds; delete from graphile_worker._private_jobs',
  )
  here = peopleOf(there, centre(), world.members.nadia)
})
const centre = () => world.centres.saintOuen

/** Founders a mentor guides, who were told so half an hour ago. */
async function guided(...founders: SomeFounder[]) {
  const mentor = await here.mentor({ capacity: 2 })
  const people = []
  for (const founder of founders) people.push(await here.founder(founder))
  const round = await matched()
  there.now = Temporal.Now.instant()
  return { mentor, people, round }
}

/** Asks for a matching, accepts all of it and applies it. */
async function matched(): Promise<number> {
  const member = world.members.nadia
  const round = await there.house.inWork(here.nadia, async (work) => {
    const asked = await askRound(work, { centre: centre(), member, method: 'scores' })
    if (!asked.ok) throw new Error(asked.refusal)
    await acceptOpen(work, asked.value)
    const applied = await applyRound(work, { round: asked.value, centre: centre(), member })
    if (!applied.ok) throw new Error(applied.refusal)
    return asked.value
  })
  await there.owner.query('delete from graphile_worker._private_jobs')
  return round
}

/** « Erase everything », pressed on her own page. */
const erase = (token: string) =>
  new Hono<Env>()
    .use((c, next) => {
      c.set('lang', 'fr')
      return next()
    })
    .route('/', founderLinkRoutes(there.house))
    .request(`http://localhost/founders/me/${token}/erasures`, { method: 'POST' })

type Payload = Parameters<Job>[0]
/** What waits in the queue, of one kind of job. */
async function queued(task: string): Promise<{ payload: Payload; runAt: Temporal.Instant }[]> {
  const { rows } = await there.owner.query(
    `select payload, run_at at time zone 'UTC' || 'Z' as at from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
    [task],
  )
  return rows.map(({ payload, at }) => ({ payload, runAt: Temporal.Instant.from(at.replace(' ', 'T')) }))
}
const run = (task: string, payload: Payload = {}) =>
  ({ ...venturesJobs(there.house), ...jobs(there.house) })[task]?.(payload, {} as never)

const written = (mentor: number) =>
  there.house.inWork(
    { kind: 'system', centre: centre() },
    (work) => composers(there.house)['mentoring.founder-left']?.(work, mentor, 1) ?? Promise.resolve(null),
  )
const mentorNow = (id: number) => there.house.inWork(here.nadia, (work) => readMentor(work, id))

test('a founder erases everything: her mentor is told once, without her name, and his place is free', async () => {
  const { mentor, people } = await guided({ name: 'Amel' })
  const [match] = await there.house.inWork(here.nadia, readLiveMatches)
  const token = people[0]?.token ?? ''
  expect((await erase(token)).headers.get('location')).toBe('/founders/erased')
  expect((await erase(token)).status).toBe(404)
  const left = await queued('mentoring.tell-leaving')
  expect(left.map(({ payload }) => payload)).toEqual([{ centre: centre(), mentor, match: match?.id }])
  // The worker may stop half-way and begin again: both attempts ask for the same message.
  for (const _ of [1, 2]) await run('mentoring.tell-leaving', left[0]?.payload)
  const told = (await queued('messaging.deliver'))
    .map(({ payload }) => payload)
    .filter(({ kind }) => kind === 'mentoring.founder-left')
  expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(
    new Set([
      JSON.stringify({ centre: centre(), kind: 'mentoring.founder-left', ref: mentor, version: match?.id }),
    ]),
  )
  const message = await written(mentor)
  expect(message?.body).toMatch(
    /la personne que vous guidiez ne continue pas\. Vous voilà de nouveau libre.*\/mentors\/me\//,
  )
  expect(message?.body).not.toContain('Amel')
  expect((await mentorNow(mentor))?.taken).toBe(0)
  const { mentors } = await there.house.inWork(here.nadia, readSides)
  expect(mentors).toMatchObject([{ id: mentor, free: 2 }])
})

test('who still guides somebody reads that one of them stopped', async () => {
  const { mentor, people } = await guided({ name: 'Amel' }, { name: 'Basma' })
  await erase(people[0]?.token ?? '')
  expect((await written(mentor))?.body).toContain('une des personnes que vous guidiez ne continue pas')
  expect((await mentorNow(mentor))?.taken).toBe(1)
})

test('forgotten by night after a year, she is gone for her mentor too, who is told in the morning, there', async () => {
  const { mentor } = await guided({ name: 'Amel' })
  await there.owner.query(`update ventures.founders set last_step_at = now() - interval '13 months';
    update mentoring.mentors set last_step_at = now() - interval '13 months'`)
  await run('ventures.forget')
  // Nobody forgets him the same night, before he was told.
  await run('mentoring.forget')
  expect(await mentorNow(mentor)).toMatchObject({ taken: 0 })
  const [left] = await queued('mentoring.tell-leaving')
  there.now = Temporal.Instant.from('2026-12-01T02:40:00Z')
  await run('mentoring.tell-leaving', left?.payload)
  expect((await queued('messaging.deliver')).map(({ runAt }) => runAt.toString())).toEqual([
    '2026-12-01T08:00:00Z',
  ])
})

test('nobody is told of a match nobody was told of, nor of one taken back', async () => {
  await here.mentor()
  const { token } = await here.founder()
  there.now = Temporal.Now.instant()
  const round = await matched()
  expect(await there.house.inWork(here.nadia, (work) => undoRound(work, round))).toMatchObject({ ok: true })
  expect(await queued('mentoring.tell-leaving')).toEqual([])
  await matched()
  await erase(token)
  expect(await queued('mentoring.tell-leaving')).toEqual([])
})

test('a mentor who erases everything is told nothing, even when she whom he guided leaves as well', async () => {
  const { mentor, people } = await guided({ name: 'Amel' })
  const leaving = await mentorNow(mentor)
  await erase(people[0]?.token ?? '')
  const [left] = await queued('mentoring.tell-leaving')
  if (leaving) await there.house.inWork(here.resident, (work) => eraseMentor(work, leaving))
  await there.owner.query('delete from graphile_worker._private_jobs')
  await run('mentoring.tell-leaving', left?.payload)
  expect(await queued('messaging.deliver')).toEqual([])
  expect(await written(mentor)).toBeNull()
})

test('control: without the trigger, her mentor hears nothing', async () => {
  const { people } = await guided({ name: 'Amel' })
  await there.owner.query('alter table mentoring.matches disable trigger notes_leaving')
  await erase(people[0]?.token ?? '')
  expect(await queued('mentoring.tell-leaving')).toEqual([])
  await there.owner.query('alter table mentoring.matches enable trigger notes_leaving')
})

test('in each language it fits two SMS, whoever is still guided', async () => {
  const { mentor, people } = await guided({ name: 'Amel' }, { name: 'Basma' })
  for (const { token } of people) {
    await erase(token)
    for (const [language, said] of [
      ['fr', 'guidiez'],
      ['en', 'guided'],
      ['ar', 'ترافق'],
    ] as const) {
      await there.owner.query('update mentoring.mentors set language = $1', [language])
      const message = await written(mentor)
      expect(message?.language).toBe(language)
      expect(message?.body).toContain(said)
      expect(message?.body).toContain('/mentors/me/')
      expect(segmentsOf(message?.body ?? ''), language).toBeLessThanOrEqual(2)
    }
  }
})
