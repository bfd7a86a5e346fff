import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { isEmpty, loadDemo } from './load-demo.ts'

let there: TestHouse
const said: string[] = []
beforeAll(async () => {
  there = await testHouse()
  await loadDemo(there.house, (line) => said.push(line))
})
afterAll(() => there.close())

const rowsOf = async (query: string) => (await there.owner.query(query)).rows as Record<string, unknown>[]

test('the network has twelve sites in four time zones', async () => {
  expect(
    await rowsOf(
      `select count(*)::int as sites, count(distinct time_zone)::int as zones from network.places where kind = 'site'`,
    ),
  ).toEqual([{ sites: 12, zones: 4 }])
})

test('in the first eight days at Saint-Ouen a session is full and people wait for it, each with a reason kept', async () => {
  const full = await rowsOf(`
    select s.id from programme.sessions s join network.centres c on c.id = s.centre_id
    where c.slug = 'saint-ouen' and s.seats_taken = s.capacity and s.starts_at < '${there.now.add({ hours: 8 * 24 })}'
      and exists (select from registrations.registrations r join registrations.decisions d on d.registration_id = r.id
        where r.session_id = s.id and r.status = 'waitlisted' and d.decision = 'waitlisted')`)
  expect(full.length).toBeGreaterThanOrEqual(1)
})

test('the seats taken are the chairs people hold, at every session', async () => {
  expect(
    await rowsOf(`
    select s.id from programme.sessions s left join registrations.registrations r on r.session_id = s.id
    group by s.id having s.seats_taken <> coalesce(sum(r.seats), 0)`),
  ).toEqual([])
})

test('nobody hosts two sessions at once, and nobody joins two at once', async () => {
  const clash = (who: string, from: string) => `
    select a.id from ${from} x join programme.sessions a on a.id = x.session_id
    join ${from} y on y.${who} = x.${who} and y.session_id > x.session_id join programme.sessions b on b.id = y.session_id
    where tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`
  expect(await rowsOf(clash('member_id', 'programme.session_hosts'))).toEqual([])
  expect(await rowsOf(clash('resident_id', 'registrations.registrations'))).toEqual([])
})

test('one session is cancelled and frees its people, one is moved and says from when', async () => {
  expect(
    await rowsOf(`
    select count(*) filter (where status = 'cancelled')::int as cancelled, count(moved_from)::int as moved from programme.sessions`),
  ).toEqual([{ cancelled: 1, moved: 1 }])
  expect(
    await rowsOf(`
    select distinct r.status, r.cancelled_by from registrations.registrations r join programme.sessions s on s.id = r.session_id
    where s.status = 'cancelled'`),
  ).toEqual([{ status: 'cancelled', cancelled_by: 'session' }])
})

test('the nomadic teams are where their sessions are', async () => {
  expect(
    await rowsOf(`
    select s.id from programme.sessions s join network.places p on p.id = s.place_id and p.kind = 'stop'
    where not exists (select from network.stops t where t.place_id = s.place_id and t.starts_at <= s.starts_at and t.ends_at >= s.ends_at)`),
  ).toEqual([])
})

test('a network that is there is never loaded again', async () => {
  const counts = () =>
    rowsOf(`
    select (select count(*) from programme.sessions) as sessions, (select count(*) from people.residents) as residents,
      (select count(*) from access.members) as members`)
  const before = await counts()
  const lines = said.length
  expect(await isEmpty(there.house)).toBe(false)
  await loadDemo(there.house, (line) => said.push(line))
  expect(await counts()).toEqual(before)
  expect(said.length).toBe(lines)
})
