import { afterAll, beforeAll, expect, test } from 'vitest'
import { season } from '#modules/programme/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'
import { insertFill, readFill } from './db/fills.ts'
import { applyFill } from './fill-apply.ts'
import { jobs } from './fill-jobs.ts'

let there: TestHouse
let world: SmallWorld
let nadia: Actor
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  const centre = world.centres.saintOuen
  nadia = { kind: 'member', member: world.members.nadia, role: 'coordinator', centre, name: 'Nadia' }
  // Samira has every half-day and shows what is asked; the session « video » of tomorrow has nobody.
  await there.owner.query(
    `insert into team.profiles (member_id, centre_id, kind, skills, languages, weekly, near_place_id, reach_km, calls_per_month, changed_at)
     select $1, $2, 'volunteer', '{}', '{fr}', array(select d || '-' || h from generate_series(1, 7) d, unnest(array['morning', 'afternoon', 'evening']) h),
       $3, 10, 8, now()`,
    [world.members.samira, centre, world.places.saintOuen],
  )
})
afterAll(() => there.close())

const propose = async () => {
  const centre = world.centres.saintOuen
  const from = there.now.toZonedDateTimeISO('Europe/Paris').toPlainDate()
  const fill = await there.house.inWork(nadia, (work) =>
    insertFill(work, { centre, from, until: from.add({ days: 6 }), member: world.members.nadia }),
  )
  await jobs(there.house)['planning.fill']?.({ centre, fill }, {} as never)
  return { fill, read: () => there.house.inWork(nadia, (work) => readFill(work, fill)) }
}
const hostsOf = async (session: number) =>
  (await there.owner.query('select member_id from programme.session_hosts where session_id = $1', [session]))
    .rows

test('a week is proposed with its reasons, and nothing changes before the coordinator says so', async () => {
  const { read } = await propose()
  const proposed = await read()
  expect(proposed).toMatchObject({ status: 'proposed', progress: 100 })
  const video = proposed?.proposal?.find(({ session }) => session === world.sessions.video)
  expect(video).toMatchObject({ hosts: [{ host: world.members.samira }], missing: [] })
  expect(await hostsOf(world.sessions.video)).toEqual([])
})

test('what was taken meanwhile is said, nothing is applied; another proposal is applied once', async () => {
  const { fill } = await propose()
  const apply = (id: number) =>
    there.house.inWork(nadia, (work) => applyFill(work, { fill: id, sessions: [world.sessions.video] }))
  // Somebody gives Samira another session at that hour.
  const at = there.now.add({ hours: 26 }).toZonedDateTimeISO('Europe/Paris')
  const other = await there.house.inWork(nadia, (work) =>
    season.planSeries(work, {
      activityId: world.activities.scams,
      placeId: world.places.saintOuen,
      spaceId: null,
      hosts: [world.members.samira],
      kits: [],
      rule: null,
      startsOn: at.toPlainDate(),
      endsOn: at.toPlainDate(),
      startsAt: at.toPlainTime(),
      minutes: 60,
      capacity: null,
      skips: [],
      languages: ['fr'],
      hostsNeeded: 1,
      isCourse: false,
      publish: false,
      choices: {},
    }),
  )
  expect(other.ok).toBe(true)
  expect(await apply(fill)).toEqual({ ok: false, refusal: 'taken-meanwhile', session: world.sessions.video })
  expect(await hostsOf(world.sessions.video)).toEqual([])
  if (other.ok)
    await there.owner.query('delete from programme.sessions where id = $1', [other.value.sessions[0]])

  const again = await propose()
  expect(await apply(again.fill)).toEqual({ ok: true, value: { sessions: 1 } })
  expect(await apply(again.fill)).toEqual({ ok: true, value: { sessions: 1 } })
  expect(await hostsOf(world.sessions.video)).toEqual([{ member_id: world.members.samira }])
})
