import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from './house.ts'
import { type SmallWorld, seedSmallWorld } from './small-world.ts'

let there: TestHouse
let world: SmallWorld
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
})
afterAll(() => there.close())

test('a visitor of the small world sees its sessions and nobody of its team', async () => {
  const seen = await there.house.inWork({ kind: 'visitor' }, async ({ tx }) => ({
    sessions: await tx.selectFrom('programme.listed_sessions').select('id').orderBy('id').execute(),
    members: await tx.selectFrom('access.members').select('id').execute(),
  }))
  expect(seen.sessions.map((session) => session.id)).toEqual(Object.values(world.sessions))
  expect(seen.members).toEqual([])
})
