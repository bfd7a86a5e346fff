import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { createKey, keyOf } from './create-key.ts'
import { inviteMember } from './invite-member.ts'
import { jobs } from './jobs.ts'
import { words } from './words.ts'

let there: TestHouse
let world: SmallWorld
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
})
afterAll(() => there.close())

test('a key opens the centre it was made for, and only its hash is kept', async () => {
  const centre = world.centres.saintOuen
  const made = await there.house.inWork({ kind: 'system', centre }, (work) =>
    createKey(work, { scope: 'plan' }),
  )
  if (!made.ok) throw new Error('no key')
  const ask = (bearer: string) => there.house.inWork({ kind: 'gate' }, (work) => keyOf(work, bearer))
  expect(await ask(made.value.key)).toMatchObject({ kind: 'key', centre })
  expect(await ask(`${made.value.key.slice(0, -1)}?`)).toBeNull()
  expect(await ask(`maillage_${'A'.repeat(43)}`)).toBeNull()
  const { rows } = await there.owner.query('select * from access.api_keys')
  expect(JSON.stringify(rows)).not.toContain(made.value.key)
  await there.owner.query('update access.api_keys set revoked_at = now()')
  expect(await ask(made.value.key)).toBeNull()
})

test('somebody is invited once, in a centre unless she looks after the network', async () => {
  const contact = parseContact({ phone: 'lea@example.org' })
  if (!contact.ok) throw new Error('contact')
  const invite = (centre: number | null, role: 'receptionist' | 'network-manager') =>
    there.house.inWork({ kind: 'system', centre }, (work) =>
      inviteMember(work, {
        name: 'Léa',
        role,
        language: 'fr',
        contact: sealContact(there.house.seal, contact.value),
      }),
    )
  expect(await invite(null, 'receptionist')).toEqual({ ok: false, refusal: 'role-needs-a-centre' })
  expect(await invite(1, 'network-manager')).toEqual({ ok: false, refusal: 'role-has-no-centre' })
  expect((await invite(null, 'network-manager')).ok).toBe(true)
  expect(await invite(world.centres.saintOuen, 'receptionist')).toEqual({
    ok: false,
    refusal: 'already-a-member',
  })
})

test('codes and sign-ins that hold no more are deleted', async () => {
  await there.owner.query(
    `insert into access.sign_in_codes (member_id, code_hash, code_sealed, created_at, expires_at) values ($1, 'a', 'a', $2, $2), ($1, 'b', 'b', $3, $3)`,
    [world.members.nadia, there.now.subtract({ hours: 25 }).toString(), there.now.toString()],
  )
  await jobs(there.house)['access.purge']?.({}, { attempt: 1, lastAttempt: false })
  const { rows } = await there.owner.query('select count(*)::int as left_over from access.sign_in_codes')
  expect(rows[0].left_over).toBe(1)
})

test('every sentence of signing in is there in three languages', () => {
  checkCatalogue(words as never)
})
