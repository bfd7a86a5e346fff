import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealContact } from '#modules/people/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'
import { readRooms } from './db/open-centre.ts'
import { addRoom, openCentre } from './open-centre.ts'

let at: TestHouse
let world: SmallWorld
beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
})
afterAll(() => at.close())

const claire = (): Actor => ({
  kind: 'member',
  member: world.members.claire,
  role: 'network-manager',
  centre: null,
  name: 'Claire',
})
const nadia = (): Actor => ({
  kind: 'member',
  member: world.members.nadia,
  role: 'coordinator',
  centre: world.centres.saintOuen,
  name: 'Nadia',
})
const wanted = (name: string, phone: string) => ({
  name,
  place: `Le Maillage ${name}`,
  address: '3 rue du Port',
  city: 'Dzaoudzi',
  postalCode: '97615',
  phone: '+262639981200',
  latitude: null,
  longitude: null,
  stepFree: true,
  coordinator: 'Anziza',
  contact: sealContact(at.house.seal, { kind: 'phone', canonical: phone }),
  language: 'fr' as const,
})
const open = (actor: Actor, name: string, phone: string) =>
  at.house.inWork(actor, (work) => openCentre(work, wanted(name, phone)))

test('Claire opens a centre in Mayotte: it has the hour of Mayotte, a room, and somebody to coordinate it', async () => {
  const opened = await open(claire(), 'Petite-Terre', '+262639981201')
  expect(opened.ok).toBe(true)
  const centre = opened.ok ? opened.value.centre : 0
  const { rows } = await at.owner.query(
    `select c.time_zone, m.id, m.role, m.name from network.centres c join access.members m on m.centre_id = c.id where c.id = $1`,
    [centre],
  )
  expect(rows).toMatchObject([{ time_zone: 'Indian/Mayotte', role: 'coordinator', name: 'Anziza' }])
  const anziza: Actor = { kind: 'member', member: rows[0]?.id, role: 'coordinator', centre, name: 'Anziza' }
  const [room] = await at.house.inWork(anziza, (work) => readRooms(work, centre))
  expect(room).toMatchObject({ kind: 'workshop', capacity: 12 })
})

test('a name already taken, or somebody of another team, opens nothing at all', async () => {
  const before = (await at.owner.query('select 1 from network.centres')).rows.length
  expect(await open(claire(), 'Saint-Ouen', '+262639981202')).toEqual({ ok: false, refusal: 'name-taken' })
  expect(await open(claire(), 'Grande-Terre', '+33639980002')).toEqual({
    ok: false,
    refusal: 'already-a-member',
  })
  expect((await at.owner.query('select 1 from network.centres')).rows).toHaveLength(before)
})

test('nobody but the network manager opens a centre, not even by asking the database', async () => {
  expect(await open(nadia(), 'Bobigny', '+33639981203')).toEqual({ ok: false, refusal: 'not-yours' })
  await expect(
    at.house.inWork(nadia(), ({ tx }) =>
      tx
        .insertInto('network.centres')
        .values({ slug: 'bobigny', name: 'Bobigny', time_zone: 'Europe/Paris', phone: '+33199002412' })
        .execute(),
    ),
  ).rejects.toMatchObject({ code: '42501' })
})

test('Nadia adds a room to her place, once, and none to another centre’s', async () => {
  const room = { name: 'FabLab', kind: 'fablab' as const, capacity: 8 }
  const add = (place: number) => at.house.inWork(nadia(), (work) => addRoom(work, { ...room, place }))
  expect((await add(world.places.saintOuen)).ok).toBe(true)
  expect(await add(world.places.saintOuen)).toMatchObject({ refusal: 'name-taken' })
  expect(await add(world.places.roubaix)).toMatchObject({ refusal: 'place-unknown' })
})
