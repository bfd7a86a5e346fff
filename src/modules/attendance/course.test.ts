import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { newTicket, register } from '#modules/registrations/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { tookPlace } from './db/took-place.ts'
import { countHeads } from './headcount.ts'
import { letIn } from './let-in.ts'
import { mark } from './mark.ts'
import { readRollCall } from './read-roll-call.ts'
import { readSheet } from './read-sheet.ts'
import { walkIn } from './walk-in.ts'

let there: TestHouse
let world: SmallWorld
/** Three dates of a course of three chairs, a week apart; Samira hosts the second one only. */
let dates: [number, number, number]

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
})
afterAll(() => there.close())

const startOf = (index: number) => Temporal.Instant.from('2026-12-11T09:00:00Z').add({ hours: 168 * index })
let plans = 0
beforeEach(async () => {
  there.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
  const key = `course.${++plans}`
  const ids: number[] = []
  for (let index = 0; index < 3; index++) {
    const { rows } = await there.owner.query(
      `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity, course_key, course_index, course_length, lead_id)
       values ($1, $2, $3, $4::timestamptz, $4::timestamptz + interval '90 minutes', 3, $5, $6, 3, $7) returning id`,
      [
        world.centres.saintOuen,
        world.activities.scams,
        world.places.saintOuen,
        startOf(index).toString(),
        key,
        index + 1,
        ids[0] ?? null,
      ],
    )
    ids.push(rows[0].id)
  }
  dates = ids as typeof dates
})

const memberOf = (role: 'receptionist' | 'facilitator', member: number, name: string) =>
  ({ kind: 'member', member, role, centre: world.centres.saintOuen, name }) as const
const yanis = () => memberOf('receptionist', world.members.yanis, 'Yanis')
const samira = () => memberOf('facilitator', world.members.samira, 'Samira')

async function join(name: string, party = 1, phone = '06 39 98 12 34') {
  const contact = parseContact({ phone })
  if (!contact.ok) throw new Error(contact.refusal)
  const joined = await there.house.inWork({ kind: 'resident', centre: world.centres.saintOuen }, (work) =>
    register(work, {
      sessionId: dates[0],
      name,
      contact: sealContact(there.house.seal, contact.value),
      party,
      language: 'fr',
      throughHelper: false,
      source: 'web',
      ticket: newTicket(there.house.seal),
    }),
  )
  if (!joined.ok) throw new Error(joined.refusal)
  return joined.value.id
}
const press = (session: number, registrationId: number, pressed: 'present' | 'absent' | null) =>
  there.house.inWork(yanis(), (work) => mark(work, { sessionId: session, registrationId, mark: pressed }))
const walksIn = (session: number, name: string, who: ReturnType<typeof memberOf> = yanis()) =>
  there.house.inWork(who, (work) =>
    walkIn(work, {
      sessionId: session,
      name,
      contact: null,
      language: 'fr',
      ticket: newTicket(there.house.seal),
    }),
  )
const rollOf = async (session: number, who: ReturnType<typeof memberOf> = yanis()) => {
  const read = await there.house.inWork(who, (work) => readRollCall(work, who, session, false))
  if (!read.ok) throw new Error(read.refusal)
  return read.value.roll.map(({ name, gesture }) => [name, gesture?.mark ?? null])
}
const seatsOf = async () =>
  (await there.owner.query('select seats_taken from programme.sessions where id = $1', [dates[0]])).rows[0]
    .seats_taken as number

test('each date has its own roll of the same people', async () => {
  const monique = await join('Monique')
  there.now = startOf(0)
  await press(dates[0], monique, 'present')
  there.now = startOf(1)
  await press(dates[1], monique, 'absent')
  expect(await rollOf(dates[0])).toEqual([['Monique', 'present']])
  expect(await rollOf(dates[1])).toEqual([['Monique', 'absent']])
  expect(await rollOf(dates[2])).toEqual([['Monique', null]])
})

test('who misses a date keeps her chair for the next ones, whoever waits', async () => {
  const monique = await join('Monique', 3)
  await join('Karim', 1, '06 39 98 55 55')
  there.now = startOf(0)
  expect(await press(dates[0], monique, 'absent')).toMatchObject({ ok: true })
  expect(await seatsOf()).toBe(3)
  expect(await press(dates[0], monique, 'present')).toMatchObject({ ok: true })
  expect(await seatsOf()).toBe(3)
})

test('who walks in at the second date joins the dates that follow, if a chair is left', async () => {
  await join('Monique', 2)
  there.now = startOf(1).add({ minutes: 20 })
  expect(await walksIn(dates[1], 'Luc')).toMatchObject({ ok: true })
  expect(await seatsOf()).toBe(3)
  expect(await rollOf(dates[2])).toEqual([
    ['Luc', null],
    ['Monique', null],
  ])
  expect(await walksIn(dates[1], 'Ahmed')).toMatchObject({ ok: false, refusal: 'session-full' })
})

test('who waits may be let in at a later date', async () => {
  await join('Monique', 2)
  const rosa = await join('Rosa', 1, '06 39 98 66 66')
  const karim = await join('Karim', 1, '06 39 98 55 55')
  await there.owner.query(
    "update registrations.registrations set status = 'cancelled', seats = 0, cancelled_at = now(), cancelled_by = 'desk' where id = $1",
    [rosa],
  )
  await there.owner.query('update programme.sessions set seats_taken = seats_taken - 1 where id = $1', [
    dates[0],
  ])
  there.now = startOf(1)
  const entered = await there.house.inWork(yanis(), (work) =>
    letIn(work, { sessionId: dates[1], registrationId: karim }),
  )
  expect(entered).toMatchObject({ ok: true })
  expect(await rollOf(dates[1])).toEqual([
    ['Karim', 'present'],
    ['Monique', null],
  ])
})

test('Samira, who hosts the second date, sees who joined the course, there and nowhere else', async () => {
  await join('Monique')
  await there.owner.query(
    'insert into programme.session_hosts (session_id, member_id, centre_id) values ($1, $2, $3)',
    [dates[1], world.members.samira, world.centres.saintOuen],
  )
  expect(await rollOf(dates[1], samira())).toEqual([['Monique', null]])
  await expect(rollOf(dates[0], samira())).rejects.toThrow('session-unknown')
  there.now = startOf(1)
  expect(await walksIn(dates[1], 'Ahmed', samira())).toMatchObject({ ok: true })
})

test('nobody is here before the day: neither a name, nor a walk-in, nor somebody let in; an absence may be noted', async () => {
  const monique = await join('Monique', 3)
  const karim = await join('Karim', 1, '06 39 98 55 55')
  there.now = startOf(0).subtract({ hours: 24 })
  expect(await press(dates[0], monique, 'present')).toMatchObject({ refusal: 'not-the-day' })
  expect(await walksIn(dates[0], 'Luc')).toMatchObject({ refusal: 'not-the-day' })
  const entered = there.house.inWork(yanis(), (work) =>
    letIn(work, { sessionId: dates[0], registrationId: karim }),
  )
  expect(await entered).toMatchObject({ refusal: 'not-the-day' })
  expect(await press(dates[0], monique, 'absent')).toMatchObject({ ok: true })
})

test('figures of a date are its own: who came that day, named or counted', async () => {
  const monique = await join('Monique', 2)
  there.now = startOf(0)
  await press(dates[0], monique, 'present')
  there.now = startOf(1)
  await press(dates[1], monique, 'absent')
  await there.house.inWork(yanis(), (work) => countHeads(work, { sessionId: dates[1], people: 4 }))
  const { rows } = await there.owner.query(
    'select session_id, present, absent, unnamed from attendance.session_figures where session_id = any($1) order by 1',
    [dates],
  )
  expect(rows).toEqual([
    { session_id: dates[0], present: 2, absent: 0, unnamed: 0 },
    { session_id: dates[1], present: 0, absent: 2, unnamed: 4 },
  ])
  const took = (session: number) => there.house.inWork(yanis(), (work) => tookPlace(work, session))
  expect([await took(dates[0]), await took(dates[1]), await took(dates[2])]).toEqual([true, true, false])
})

test('the sheet of a date has the names of the course and who came, and no contact', async () => {
  const monique = await join('Monique', 2)
  there.now = startOf(1)
  await press(dates[1], monique, 'present')
  const sheet = await there.house.inWork(yanis(), (work) => readSheet(work, yanis(), dates[1]))
  expect(sheet).toMatchObject({ ok: true, value: { session: { id: dates[1] } } })
  if (sheet.ok)
    expect(sheet.value.people).toEqual([{ registration: monique, name: 'Monique', party: 2, came: true }])
})
