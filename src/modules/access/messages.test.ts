import { afterAll, beforeAll, expect, test } from 'vitest'
import { segmentsOf } from '#platform/messages/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { askForCode } from './ask-for-code.ts'
import { newCode } from './code.ts'
import { composers } from './messages.ts'

let there: TestHouse
let world: SmallWorld
beforeAll(async () => {
  there = await testHouse({ PUBLIC_URL: 'https://maillage.example' })
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
})
afterAll(() => there.close())

test('the code’s message fits in two segments and ends with the site it is for; a code that serves no more is not sent', async () => {
  const code = newCode(there.house.seal)
  const contactKey = there.house.seal.fingerprint('phone:+33639980003')
  await there.house.inWork({ kind: 'gate' }, (work) => askForCode(work, { contactKey, code }))
  const { rows } = await there.owner.query('select id from access.sign_in_codes where member_id = $1', [
    world.members.yanis,
  ])
  const compose = composers(there.house)['access.code']
  const write = () =>
    there.house.inWork({ kind: 'gate' }, async (work) => (await compose?.(work, rows[0].id, 0)) ?? null)
  const message = await write()
  const digits = there.house.seal.open(code.sealed)
  expect(message).toMatchObject({ channel: 'sms', to: '+33639980003', language: 'fr' })
  expect(message?.body.split('\n').at(-1)).toBe(`@maillage.example #${digits}`)
  expect(segmentsOf(message?.body ?? '')).toBeLessThanOrEqual(2)
  there.now = there.now.add({ minutes: 10 })
  expect(await write()).toBeNull()
})
