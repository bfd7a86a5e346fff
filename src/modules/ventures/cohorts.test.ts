import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { hashOf, newToken } from '#platform/seal/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { expireOffers } from './apply-to-cohort.ts'
import { cohortComposers } from './cohort-messages.ts'
import { readApplication, readApplications } from './db/applications.ts'
import { forgetScores, readCohort, readScores } from './db/cohorts.ts'
import { readFounder } from './db/founders.ts'
import { decideApplication, scoreApplication } from './decide-application.ts'
import { founderLinkRoutes } from './founder-link-routes.tsx'
import { moveCohort, type OpenCohort, openCohort } from './open-cohort.ts'
import { remindMeetings } from './remind-meetings.ts'

let there: TestHouse
let world: SmallWorld
let room: number
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  const { rows } = await there.owner.query(
    'select id from network.spaces where centre_id = $1 order by id limit 1',
    [world.centres.saintOuen],
  )
  room = rows[0].id
})
afterAll(() => there.close())
beforeEach(async () => {
  there.now = Temporal.Instant.from('2026-12-01T08:00:00Z')
  await there.owner.query(
    'delete from ventures.founders; delete from ventures.cohort_meetings; delete from ventures.criteria; delete from ventures.cohorts; delete from graphile_worker._private_jobs',
  )
})

const member = (who: 'nadia' | 'samira', role: 'coordinator' | 'facilitator') =>
  ({ kind: 'member', member: world.members[who], role, centre: world.centres.saintOuen, name: who }) as const
const nadia = () => member('nadia', 'coordinator')
const samira = () => member('samira', 'facilitator')
const inHouse = <T>(act: Parameters<typeof there.house.inWork<T>>[1]) => there.house.inWork(nadia(), act)

const server = () => {
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  return app.route('/', founderLinkRoutes(there.house))
}
const get = (path: string) => server().request(`http://localhost${path}`)
const post = (path: string, fields: Record<string, string> = {}) =>
  server().request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields) })
const sent = async () =>
  (
    await there.owner.query(`select payload->>'kind' as kind from graphile_worker._private_jobs order by id`)
  ).rows.map(({ kind }) => String(kind).replace('ventures.application-', ''))

/** A cohort that takes people in, with a meeting every Thursday. */
async function aCohort(more: Partial<OpenCohort> = {}, { opened: isOpen = true } = {}): Promise<number> {
  const day = (text: string) => Temporal.PlainDate.from(text)
  const opened = await inHouse((work) =>
    openCohort(work, {
      centre: world.centres.saintOuen,
      track: 'women',
      texts: {
        fr: { title: 'Elles se lancent', summary: 'Huit jeudis pour passer de l’idée au premier client.' },
      },
      seats: 2,
      opensOn: day('2026-11-20'),
      closesOn: day('2026-12-20'),
      stages: ['idea', 'preparing'],
      sectors: [],
      criteria: [
        { label: 'Une idée claire', weight: 2 },
        { label: 'Du temps', weight: 1 },
      ],
      room,
      first: day('2027-01-07'),
      from: Temporal.PlainTime.from('06:00'),
      to: Temporal.PlainTime.from('07:00'),
      meetings: 3,
      ...more,
    }),
  )
  if (!opened.ok) throw new Error(opened.refusal)
  if (isOpen) await inHouse((work) => moveCohort(work, opened.value.id, 'open'))
  return opened.value.id
}

/** A founder and her page. */
async function aFounder(name: string, stage = 'idea'): Promise<{ id: number; mine: string }> {
  const token = newToken()
  const { rows } = await there.owner.query(
    `insert into ventures.founders (centre_id, name, contact_key, phone_sealed, language, token_hash, token_sealed, idea, stage, sector, started_at, last_step_at)
     values ($1, $2, $3, $4, 'fr', $5, $6, 'Des gâteaux', $7, 'food', now(), now()) returning id`,
    [
      world.centres.saintOuen,
      name,
      randomBytes(32),
      there.house.seal.close('+33612345678'),
      hashOf(token),
      there.house.seal.close(token),
      stage,
    ],
  )
  return { id: Number(rows[0].id), mine: `/founders/me/${token}` }
}
const apply = (mine: string, cohort: number, more: Record<string, string> = {}) =>
  post(`${mine}/applications`, {
    cohort: String(cohort),
    motivation: 'Pour ne plus être seule.',
    free: 'yes',
    ...more,
  })
const applications = (cohort: number) => inHouse((work) => readApplications(work, cohort))
const seats = async (cohort: number) => (await inHouse((work) => readCohort(work, cohort)))?.seatsTaken

/** Two of the jury give these marks. */
async function judged(id: number, marks: [number, number] = [3, 3]): Promise<void> {
  for (const who of [nadia(), samira()])
    await there.house.inWork(who, async (work) => {
      const application = await readApplication(work, id)
      if (!application) throw new Error('no application')
      return scoreApplication(work, {
        application,
        member: who.member,
        given: new Map(marks.map((mark, at) => [at + 1, mark])),
      })
    })
}
const decide = (id: number, decision: 'offered' | 'waiting' | 'declined') =>
  inHouse((work) => decideApplication(work, { id, decision, member: world.members.nadia })).then((done) =>
    done.ok ? 'done' : done.refusal,
  )
/** Somebody who applied and was judged. */
async function candidate(name: string, cohort: number, marks?: [number, number]) {
  const founder = await aFounder(name)
  await apply(founder.mine, cohort)
  const application = (await applications(cohort)).find((one) => one.founder === founder.id)
  if (!application) throw new Error(`${name} did not apply`)
  await judged(application.id, marks)
  return { ...founder, application: application.id }
}

test('a founder applies by her page; twice is once; who is at another moment reads why', async () => {
  const cohort = await aCohort()
  const samia = await aFounder('Samia')
  expect(await (await get(samia.mine)).text()).toContain('Elles se lancent')
  expect((await apply(samia.mine, cohort, { motivation: '', free: '' })).status).toBe(422)
  expect((await apply(samia.mine, cohort, { motivation: 'Appelez le 06 12 34 56 78' })).status).toBe(422)
  expect((await apply(samia.mine, cohort)).status).toBe(303)
  expect((await apply(samia.mine, cohort)).status).toBe(409)
  expect(await applications(cohort)).toMatchObject([
    { status: 'sent', motivation: 'Pour ne plus être seule.' },
  ])
  expect(await sent()).toEqual(['received'])
  expect(await (await get(samia.mine)).text()).toContain('le jury la lit')
  const growing = await aFounder('Claire', 'growing')
  const hers = await (await get(growing.mine)).text()
  expect(hers).toContain('un autre moment que le vôtre')
  expect(hers, 'nothing to send').not.toContain('name="motivation"')
  const refused = await apply(growing.mine, cohort)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('un autre moment que le vôtre')
  there.now = Temporal.Instant.from('2026-12-21T08:00:00Z')
  expect((await apply((await aFounder('Awa')).mine, cohort)).status).toBe(409)
})

test('a draft that is given up was never anybody’s to read; a group that was open says it is called off', async () => {
  const draft = await aCohort({}, { opened: false })
  expect((await get(`/founders/cohorts/${draft}`)).status).toBe(404)
  await inHouse((work) => moveCohort(work, draft, 'dropped'))
  expect((await get(`/founders/cohorts/${draft}`)).status).toBe(404)
  expect((await get(`/founders/cohorts/${draft}/meetings.ics`)).status).toBe(404)
  expect(await inHouse((work) => moveCohort(work, draft, 'open'))).toMatchObject({ refusal: 'cohort-moved' })
  const open = await aCohort()
  expect(await inHouse((work) => moveCohort(work, open, 'dropped'))).toMatchObject({
    refusal: 'cohort-moved',
  })
  await inHouse((work) => moveCohort(work, open, 'called-off'))
  expect(await (await get(`/founders/cohorts/${open}`)).text()).toContain('annulé')
})

test('each of the jury marks alone: a facilitator sees her own marks, the coordinator all', async () => {
  const cohort = await aCohort()
  const { application } = await candidate('Samia', cohort)
  expect(await there.house.inWork(samira(), (work) => readScores(work, [application]))).toHaveLength(2)
  expect(await inHouse((work) => readScores(work, [application]))).toHaveLength(4)
  await expect(
    there.house.inWork(samira(), async (work) => {
      const read = await readApplication(work, application)
      if (!read) throw new Error('no application')
      return scoreApplication(work, {
        application: read,
        member: world.members.nadia,
        given: new Map([[1, 0]]),
      })
    }),
  ).rejects.toThrow(/row-level security/)
})

test('nobody decides before two of the jury have judged; then a seat is offered, kept five days, and said yes to', async () => {
  const cohort = await aCohort()
  const samia = await aFounder('Samia')
  await apply(samia.mine, cohort)
  const [application] = await applications(cohort)
  const id = application?.id ?? 0
  expect(await decide(id, 'offered')).toBe('jury-too-small')
  await judged(id)
  expect(await decide(id, 'offered')).toBe('done')
  expect(await decide(id, 'declined')).toBe('application-decided')
  expect(await (await get(samia.mine)).text()).toContain('Une place vous attend')
  expect((await post(`${samia.mine}/confirmations`, { application: String(id) })).status).toBe(303)
  expect((await post(`${samia.mine}/confirmations`, { application: String(id) })).status).toBe(303)
  expect((await applications(cohort))[0]).toMatchObject({ status: 'confirmed', points: 75 })
  expect(await seats(cohort)).toBe(1)
  const stranger = await aFounder('Fatou')
  expect((await post(`${stranger.mine}/withdrawals`, { application: String(id) })).status).toBe(404)
})

test('a full group has a waiting list: who gives up leaves the seat to the best judged who waits', async () => {
  const cohort = await aCohort()
  const inside = [await candidate('Samia', cohort), await candidate('Nour', cohort)]
  for (const { application } of inside) expect(await decide(application, 'offered')).toBe('done')
  const [less, more] = [await candidate('Awa', cohort, [1, 1]), await candidate('Rose', cohort, [4, 4])]
  expect(await decide(less.application, 'offered')).toBe('cohort-full')
  for (const { application } of [less, more]) expect(await decide(application, 'waiting')).toBe('done')
  await post(`${inside[0]?.mine}/withdrawals`, { application: String(inside[0]?.application) })
  const states = async () =>
    Object.fromEntries((await applications(cohort)).map(({ id, status }) => [id, status]))
  expect((await states())[more.application]).toBe('offered')
  expect((await states())[less.application]).toBe('waiting')
  expect(await seats(cohort)).toBe(2)
  // Five days without an answer: the next one.
  there.now = there.now.add({ hours: 121 })
  await there.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, expireOffers)
  expect((await states())[more.application]).toBe('withdrawn')
  expect((await states())[less.application]).toBe('offered')
  expect(await seats(cohort)).toBe(1)
})

test('a founder who erases everything gives her seat to whoever waits', async () => {
  const cohort = await aCohort()
  const [samia, awa] = [await candidate('Samia', cohort), await candidate('Awa', cohort)]
  await decide(samia.application, 'offered')
  await decide(awa.application, 'waiting')
  expect(await seats(cohort)).toBe(1)
  expect((await post(`${samia.mine}/erasures`)).status).toBe(303)
  expect(await applications(cohort)).toMatchObject([{ id: awa.application, status: 'offered' }])
  await post(`${awa.mine}/erasures`)
  expect(await seats(cohort)).toBe(0)
  expect(await applications(cohort)).toEqual([])
})

test('who held no seat gives none: nobody is offered one a human kept', async () => {
  const cohort = await aCohort()
  const [samia, awa] = [await candidate('Samia', cohort), await candidate('Awa', cohort)]
  await decide(awa.application, 'waiting')
  await post(`${samia.mine}/withdrawals`, { application: String(samia.application) })
  expect((await applications(cohort)).map(({ status }) => status)).toEqual(['withdrawn', 'waiting'])
})

test('who applies again is judged again', async () => {
  const cohort = await aCohort()
  const samia = await candidate('Samia', cohort)
  await post(`${samia.mine}/withdrawals`, { application: String(samia.application) })
  expect((await apply(samia.mine, cohort, { motivation: 'J’ai trouvé deux clientes.' })).status).toBe(303)
  expect(await inHouse((work) => readScores(work, [samia.application]))).toEqual([])
  expect(await decide(samia.application, 'offered')).toBe('jury-too-small')
})

test('a group called off leaves nobody in, even who says yes or applies at the same instant', async () => {
  const cohort = await aCohort({ seats: 8 })
  const offered = [await candidate('Samia', cohort), await candidate('Awa', cohort)]
  for (const { application } of offered) await decide(application, 'offered')
  const late = await Promise.all(['Rose', 'Nour', 'Fatou'].map((name) => aFounder(name)))
  await Promise.all([
    ...offered.map(({ mine, application }) =>
      post(`${mine}/confirmations`, { application: String(application) }),
    ),
    inHouse((work) => moveCohort(work, cohort, 'called-off')),
    ...late.map(({ mine }) => apply(mine, cohort)),
  ])
  expect(new Set((await applications(cohort)).map(({ status }) => status))).toEqual(new Set(['declined']))
  expect(await seats(cohort)).toBe(0)
})

/** How many seats are held after every decision at once. */
async function decideAtOnce(cohort: number, ids: readonly number[]): Promise<number> {
  await Promise.all(ids.map((id) => decide(id, 'offered').catch(() => 'thrown')))
  const { rows } = await there.owner.query(
    `select count(*)::int as n from ventures.applications where cohort_id = $1 and status in ('offered', 'confirmed')`,
    [cohort],
  )
  return rows[0].n
}
/** One seat is left, and fifty were judged. */
const fifty = async (cohort: number) => {
  const first = await candidate('Samia', cohort)
  await decide(first.application, 'offered')
  const ids: number[] = []
  for (let n = 0; n < 50; n += 1) ids.push((await candidate(`N${n}`, cohort)).application)
  return ids
}

test('fifty decisions at the same instant give the last seat once', async () => {
  const cohort = await aCohort()
  expect(await decideAtOnce(cohort, await fifty(cohort))).toBe(2)
  expect(await seats(cohort)).toBe(2)
})

test('fifty yeses of one person, and a no among them, leave her in or out, and her seat counted once', async () => {
  const cohort = await aCohort()
  const samia = await candidate('Samia', cohort)
  await decide(samia.application, 'offered')
  const say = (noun: string) => post(`${samia.mine}/${noun}`, { application: String(samia.application) })
  await Promise.all(Array.from({ length: 50 }, (_, n) => say(n === 25 ? 'withdrawals' : 'confirmations')))
  const [application] = await applications(cohort)
  expect(await seats(cohort)).toBe(application?.status === 'confirmed' ? 1 : 0)
  expect(['confirmed', 'withdrawn']).toContain(application?.status)
})

test('without the count of the database and the lock there would be more: the test sees it', async () => {
  const cohort = await aCohort()
  const ids = await fifty(cohort)
  await there.owner.query('alter table ventures.applications disable trigger holds')
  try {
    expect(await decideAtOnce(cohort, ids)).toBeGreaterThan(2)
  } finally {
    await there.owner.query('delete from ventures.applications')
    await there.owner.query('alter table ventures.applications enable trigger holds')
  }
})

test('the group begins, meets and ends: whoever went to the end is an alumna; who waited is told it began', async () => {
  const cohort = await aCohort()
  const [samia, awa] = [await candidate('Samia', cohort), await candidate('Awa', cohort)]
  await decide(samia.application, 'offered')
  await post(`${samia.mine}/confirmations`, { application: String(samia.application) })
  await decide(awa.application, 'waiting')
  await inHouse((work) => moveCohort(work, cohort, 'running'))
  expect(await inHouse((work) => moveCohort(work, cohort, 'open'))).toMatchObject({ refusal: 'cohort-moved' })
  expect((await applications(cohort)).map(({ status }) => status)).toEqual(['confirmed', 'declined'])
  await inHouse((work) => moveCohort(work, cohort, 'finished'))
  expect((await inHouse((work) => readFounder(work, samia.id)))?.status).toBe('alumni')
  expect((await inHouse((work) => readFounder(work, awa.id)))?.status).toBe('active')
  // What is over stays as it was: nobody leaves it any more.
  expect(await (await get(samia.mine)).text()).not.toContain('/withdrawals')
  const left = await post(`${samia.mine}/withdrawals`, { application: String(samia.application) })
  expect(left.status).toBe(409)
  expect(await left.text()).toContain('Ce groupe est terminé')
})

test('whoever is in hears of a meeting the day before, once, and not after', async () => {
  const cohort = await aCohort()
  const [samia, awa] = [await candidate('Samia', cohort), await candidate('Awa', cohort)]
  await decide(samia.application, 'offered')
  await post(`${samia.mine}/confirmations`, { application: String(samia.application) })
  await decide(awa.application, 'waiting')
  const remind = async (at: string): Promise<unknown[]> => {
    there.now = Temporal.Instant.from(at)
    const town = { centre: world.centres.saintOuen, timeZone: 'Europe/Paris' }
    await there.house.inWork({ kind: 'system', centre: town.centre }, (work) => remindMeetings(work, town))
    const { rows } = await there.owner.query(
      `select distinct payload::jsonb as said from graphile_worker._private_jobs where payload->>'kind' = 'ventures.application-meeting'`,
    )
    return rows.map(({ said }) => said)
  }
  expect(await remind('2027-01-05T15:00:00Z')).toEqual([])
  const [said, ...others] = await remind('2027-01-06T15:00:00Z')
  expect([said, others]).toMatchObject([{ ref: samia.application }, []])
  // The same kind, person and meeting: a message that left once does not leave again.
  expect(await remind('2027-01-06T16:00:00Z')).toEqual([said])
  const { version } = said as { version: number }
  const told = () =>
    there.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, async (work) =>
      cohortComposers(there.house)['ventures.application-meeting']?.(work, samia.application, version),
    )
  expect((await told())?.body).toContain('jeudi 7 janvier')
  there.now = Temporal.Instant.from('2027-01-07T15:00:00Z')
  expect(await told()).toBeNull()
})

test('marks of a jury are forgotten two months after, also of a group that was called off', async () => {
  const cohort = await aCohort()
  const { application } = await candidate('Samia', cohort)
  await inHouse((work) => moveCohort(work, cohort, 'called-off'))
  const forget = () =>
    there.house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetScores(work, work.now.subtract({ hours: 60 * 24 })),
    )
  expect(await forget()).toBe(0)
  await there.owner.query(
    `update ventures.cohorts set opens_on = '2026-01-01', closes_on = '2026-01-31' where id = $1`,
    [cohort],
  )
  expect(await forget()).toBe(4)
  expect(await inHouse((work) => readScores(work, [application]))).toEqual([])
})

test('its room is held every week: another group cannot take it, and a group called off frees it', async () => {
  const cohort = await aCohort()
  await expect(aCohort()).rejects.toThrow('room-taken')
  // Two coordinators at the same instant: one has the room.
  const monday = { first: Temporal.PlainDate.from('2027-01-04') }
  const both = await Promise.allSettled([aCohort(monday), aCohort(monday), aCohort(monday)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of both) if (one.status === 'rejected') expect(String(one.reason)).toContain('room-taken')
  await inHouse((work) => moveCohort(work, cohort, 'called-off'))
  expect(await aCohort()).toBeGreaterThan(cohort)
})

test('a message says what is still true when it leaves', async () => {
  const cohort = await aCohort()
  const samia = await candidate('Samia', cohort)
  const told = (kind: string) =>
    there.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, async (work) =>
      cohortComposers(there.house)[`ventures.application-${kind}`]?.(work, samia.application, 0),
    )
  expect((await told('received'))?.body).toContain('Elles se lancent')
  await decide(samia.application, 'offered')
  expect(await told('received')).toBeNull()
  expect((await told('offered'))?.body).toContain('6 décembre')
})

test('every meeting goes into an agenda, at its hour and place, without anybody’s name', async () => {
  const cohort = await aCohort()
  const file = await get(`/founders/cohorts/${cohort}/meetings.ics`)
  expect(file.headers.get('content-type')).toContain('text/calendar')
  const text = await file.text()
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3)
  expect(text).toContain('DTSTART:20270107T050000Z')
  expect(await (await get(`/founders/cohorts/${cohort}`)).text()).toContain(
    'jeudi 7 janvier · 6\u00a0h à 7\u00a0h',
  )
  expect((await get(`/founders/cohorts/${cohort + 999}/meetings.ics`)).status).toBe(404)
})

test('another centre sees no application, and cannot decide', async () => {
  const cohort = await aCohort()
  const { application } = await candidate('Samia', cohort)
  const roubaix = { ...nadia(), centre: world.centres.roubaix, member: world.members.rox }
  expect(await there.house.inWork(roubaix, (work) => readApplications(work, cohort))).toEqual([])
  expect(
    await there.house.inWork(roubaix, (work) =>
      decideApplication(work, { id: application, decision: 'offered', member: world.members.rox }),
    ),
  ).toMatchObject({ refusal: 'application-unknown' })
})
