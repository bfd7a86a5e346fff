import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse } from '#platform/testing/house.ts'
import { loadDemo } from './load-demo.ts'

let at: Awaited<ReturnType<typeof testHouse>>
beforeAll(async () => {
  at = await testHouse()
  await loadDemo(at.house, () => {})
}, 30_000)
afterAll(() => at.close())

const one = async (text: string) => (await at.owner.query(text)).rows[0]

test('the chairs taken are the chairs held, in every session', async () => {
  expect(
    await one(`select count(*)::int as wrong from programme.sessions s
      where seats_taken <> (select coalesce(sum(seats), 0) from registrations.registrations where session_id = s.id)`),
  ).toEqual({ wrong: 0 })
})

test('twelve sites live in four time zones', async () => {
  expect(await one(`select count(*)::int as sites, count(distinct time_zone)::int as zones from network.places where kind = 'site'`)).toEqual({ sites: 12, zones: 4 })
})

test('somebody waits for a chair at Saint-Ouen in the first eight days, one session is cancelled and one was moved', async () => {
  const { full } = await one(`select count(*)::int as full from programme.sessions s join network.centres c on c.id = s.centre_id
    where c.slug = 'saint-ouen' and s.seats_taken = s.capacity and s.starts_at < '2026-12-09'
      and exists (select from registrations.registrations r where r.session_id = s.id and r.status = 'waitlisted')`)
  expect(full).toBeGreaterThan(0)
  expect(await one(`select count(*) filter (where status = 'cancelled')::int as cancelled, count(moved_from)::int as moved from programme.sessions`)).toEqual({ cancelled: 1, moved: 1 })
})

test('nobody hosts two sessions at once', async () => {
  expect(
    await one(`select count(*)::int as clashes from programme.session_hosts a join programme.session_hosts b on b.member_id = a.member_id and b.session_id > a.session_id
      join programme.sessions x on x.id = a.session_id join programme.sessions y on y.id = b.session_id
      where x.status <> 'cancelled' and y.status <> 'cancelled' and tstzrange(x.starts_at, x.ends_at) && tstzrange(y.starts_at, y.ends_at)`),
  ).toEqual({ clashes: 0 })
})

test('it is loaded once, and never over a network that is there', async () => {
  const before = await one('select count(*)::int as n from programme.sessions')
  await loadDemo(at.house, () => {})
  expect(await one('select count(*)::int as n from programme.sessions')).toEqual(before)
})
