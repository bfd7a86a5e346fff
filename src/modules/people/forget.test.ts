import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { sealContact } from './contact-seal.ts'
import { jobs } from './jobs.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let centre: number
beforeAll(async () => {
  at = await testHouse()
  centre = (await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)).centres.roubaix
})
afterAll(() => at.close())

const meet = async (name: string, phone: string, months: number) => {
  const { key, phoneSealed } = sealContact(at.house.seal, { kind: 'phone', canonical: phone })
  await at.owner.query(
    `insert into people.residents (centre_id, name, name_key, contact_key, phone_sealed, language, created_at, last_contact_at)
     values ($1, $2, $2, $3, $4, 'fr', now(), now() - make_interval(months => $5))`,
    [centre, name, key, phoneSealed, months],
  )
}

test('a person not met for a year is forgotten in every centre, and nobody else is', async () => {
  await meet('Ancienne', '+33639980001', 14)
  await meet('Monique', '+33639980002', 6)
  // The clock of the database is the real one: the house's follows it here.
  at.now = Temporal.Now.instant()
  for (let twice = 0; twice < 2; twice++)
    await jobs(at.house)['people.forget']?.({}, { attempt: 1, lastAttempt: false })
  const { rows } = await at.owner.query(
    'select name, contact_key is null and phone_sealed is null as unreachable from people.residents order by id',
  )
  expect(rows).toEqual([
    { name: '·', unreachable: true },
    { name: 'Monique', unreachable: false },
  ])
})

test('a wrong clock cannot forget somebody met this year', async () => {
  at.now = Temporal.Now.instant().add({ hours: 24 * 365 * 5 })
  await jobs(at.house)['people.forget']?.({}, { attempt: 1, lastAttempt: false })
  const { rows } = await at.owner.query(
    `select count(*)::int as n from people.residents where name = 'Monique'`,
  )
  expect(rows[0].n).toBe(1)
})
