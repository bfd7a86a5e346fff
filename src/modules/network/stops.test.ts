import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openContact, parseContact, sealContact } from '#modules/people/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'
import { jobs as jobsOf } from './jobs.ts'
import { addKit, offerKit } from './kit.ts'
import { addNomadicPlace } from './place-add.ts'
import { cancelStop, moveStop } from './stop-change.ts'
import { composers } from './stop-messages.ts'
import { planStop } from './stop-plan.ts'
import { readSubscription, subscribe, unsubscribe } from './subscription.ts'

let there: TestHouse
let world: SmallWorld
let nadia: Actor
let market: number

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  const [centre, member] = [world.centres.saintOuen, world.members.nadia]
  nadia = { kind: 'member', member, role: 'coordinator', centre, name: 'Nadia' }
  const added = await there.house.inWork(nadia, (work) =>
    addNomadicPlace(work, {
      name: 'Halle du marché',
      address: 'Place Jean-Jaurès',
      city: 'Saint-Denis',
      postalCode: '93200',
      inseeCode: '93066',
      latitude: 48.9367,
      longitude: 2.3562,
      stepFree: true,
      howToCome: {},
    }),
  )
  market = added.ok ? added.value.place : 0
})
afterAll(() => there.close())

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant()
const stopAt = (start: string, end: string) => ({
  placeId: market,
  start: at(start),
  end: at(end),
  hosts: [world.members.samira],
  kits: [],
  vehicleId: null,
  offers: ['reconnaitre-un-message-piege'],
  howToFind: { fr: 'Auvent orange' },
})
const wait = (text: string, town = { inseeCode: '93066', town: 'Saint-Denis' }) => {
  const contact = parseContact({ phone: text, country: 'FR' })
  if (!contact.ok) throw new Error(contact.refusal)
  return there.house.inWork({ kind: 'resident', centre: world.centres.saintOuen }, (work) =>
    subscribe(work, there.house.seal, {
      ...town,
      askedBy: 'resident',
      contact: sealContact(there.house.seal, contact.value),
      language: 'fr',
    }),
  )
}
const queued = async (task: string) => {
  const { rows } = await there.owner.query<{ payload: Record<string, number>; run_at: Temporal.Instant }>(
    `select payload, run_at from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id where identifier = $1 order by job.id`,
    [task],
  )
  return rows
}
const run = (task: string, stop: number) =>
  jobsOf(there.house)[task]?.({ centre: world.centres.saintOuen, stop }, {} as never)
const forgetJobs = () => there.owner.query('delete from graphile_worker._private_jobs')

describe('a stop', () => {
  test('is refused when its host is in the room of another town an hour before, and nothing is written', async () => {
    // Samira hosts at Le Lieu from 12:00 to 13:30.
    const result = await there.house.inWork(nadia, (work) =>
      planStop(work, stopAt('2026-12-01T13:40', '2026-12-01T16:00')),
    )
    expect(result).toMatchObject({ ok: false, refusal: 'clash' })
    const { rows } = await there.owner.query('select from network.stops where place_id = $1', [market])
    expect(rows).toHaveLength(0)
  })

  test('control: without the trigger that counts travel, the same stop would have been written', async () => {
    await there.owner.query('alter table network.occupations disable trigger time_to_travel')
    const result = await there.house.inWork(nadia, (work) =>
      planStop(work, stopAt('2026-12-01T13:40', '2026-12-01T16:00')),
    )
    await there.owner.query('alter table network.occupations enable trigger time_to_travel')
    expect(result.ok).toBe(true)
    await there.owner.query('delete from network.stops')
  })

  test.each([
    [{ start: at('2026-12-02T10:00'), end: at('2026-12-02T09:00') }, 'ends-before-it-starts'],
    [{ start: at('2026-11-02T10:00'), end: at('2026-11-02T12:00') }, 'in-the-past'],
    [{ start: at('2026-12-02T06:00'), end: at('2026-12-02T23:00') }, 'too-long'],
    [{ placeId: 999_999 }, 'place-unknown'],
    [{ hosts: [999_999] }, 'host-unknown'],
    [{ kits: [999_999] }, 'kit-unknown'],
    [{ vehicleId: 999_999 }, 'vehicle-unknown'],
  ])('that cannot be is refused with its reason: %o is %s', async (change, refusal) => {
    const wish = { ...stopAt('2026-12-02T14:00', '2026-12-02T17:00'), ...change }
    const result = await there.house.inWork(nadia, (work) => planStop(work, wish))
    expect(result).toMatchObject({ ok: false, refusal })
  })

  test('of Saint-Ouen is unknown to the coordinator of Roubaix', async () => {
    const made = await there.house.inWork(nadia, (work) =>
      planStop(work, stopAt('2026-12-03T14:00', '2026-12-03T17:00')),
    )
    if (!made.ok) throw new Error(made.refusal)
    const elsewhere: Actor = { ...(nadia as object), centre: world.centres.roubaix } as Actor
    const result = await there.house.inWork(elsewhere, (work) => cancelStop(work, made.value))
    expect(result).toMatchObject({ ok: false, refusal: 'stop-unknown' })
    await there.owner.query('delete from network.stops')
  })
})

test('a van that was retired is offered to nobody, and what it was promised to keeps it', async () => {
  const command = { name: 'La camionnette', kind: 'vehicle' as const, pieces: 1, place: market }
  const added = await there.house.inWork(nadia, (work) => addKit(work, command))
  if (!added.ok) throw new Error(added.refusal)
  expect(await there.house.inWork(nadia, (work) => addKit(work, command))).toMatchObject({
    refusal: 'name-taken',
  })
  const vehicleId = added.value.kit
  const wish = { ...stopAt('2026-12-05T14:00', '2026-12-05T17:00'), hosts: [], vehicleId }
  expect((await there.house.inWork(nadia, (work) => planStop(work, wish))).ok).toBe(true)
  await there.house.inWork(nadia, (work) => offerKit(work, { kit: vehicleId, active: false }))
  const again = { ...stopAt('2026-12-06T14:00', '2026-12-06T17:00'), hosts: [], vehicleId }
  expect(await there.house.inWork(nadia, (work) => planStop(work, again))).toMatchObject({
    refusal: 'vehicle-unknown',
  })
  const { rows } = await there.owner.query('select vehicle_id from network.stops')
  expect(rows).toEqual([{ vehicle_id: vehicleId }])
  await there.owner.query('delete from network.stops')
})

describe('somebody who waits for the team', () => {
  test('is told once a week before, again when it moves and when it is cancelled, and never after she said stop', async () => {
    await forgetJobs()
    await wait('06 39 98 00 50')
    await wait('06 39 98 00 50')
    await wait('06 39 98 00 51', { inseeCode: '59512', town: 'Roubaix' })
    const made = await there.house.inWork(nadia, (work) =>
      planStop(work, stopAt('2026-12-15T14:00', '2026-12-15T17:00')),
    )
    if (!made.ok) throw new Error(made.refusal)
    const { stop } = made.value

    await forgetJobs()
    await run('network.tell-stop', stop)
    expect(await queued('messaging.deliver')).toEqual([])
    const [later] = await queued('network.tell-stop')
    expect(String(later?.run_at)).toBe('2026-12-08T09:00:00Z')

    there.now = Temporal.Instant.from('2026-12-08T09:00:00Z')
    await run('network.tell-stop', stop)
    await run('network.tell-stop', stop)
    const told = await queued('messaging.deliver')
    expect(told).toHaveLength(1)
    const telling = Number(told[0]?.payload.ref)
    const read = (version: number) =>
      there.house.inWork(
        { kind: 'system', centre: world.centres.saintOuen },
        (work) => composers(there.house)['network.stop']?.(work, telling, version) ?? Promise.resolve(null),
      )
    const comes = await read(0)
    expect(comes).toMatchObject({ channel: 'sms', to: '+33639980050', language: 'fr' })
    expect(comes?.body).toMatch(/Saint-Denis.*mardi 15 décembre, 14 h/)

    const moved = await there.house.inWork(nadia, (work) =>
      moveStop(work, { stop, placeId: market, start: at('2026-12-16T14:00'), end: at('2026-12-16T17:00') }),
    )
    expect(moved.ok).toBe(true)
    await forgetJobs()
    await run('network.tell-change', stop)
    expect((await queued('messaging.deliver')).map(({ payload }) => payload)).toMatchObject([
      { ref: telling, version: 1 },
    ])
    expect(await read(0)).toBeNull()
    expect((await read(1))?.body).toMatch(/mercredi 16 décembre/)

    await there.house.inWork(nadia, (work) => cancelStop(work, { stop }))
    expect((await read(2))?.body).toMatch(/ne viendrons pas à Saint-Denis/)

    const token = /\/h\/([A-Za-z0-9_-]{22})/.exec((await read(2))?.body ?? '')?.[1] ?? ''
    const visitor = { kind: 'visitor' } as const
    expect(await there.house.inWork(visitor, (work) => readSubscription(work, token))).toBe('Saint-Denis')
    expect(await there.house.inWork(visitor, (work) => unsubscribe(work, token))).toMatchObject({
      value: { town: 'Saint-Denis' },
    })
    expect(await there.house.inWork(visitor, (work) => unsubscribe(work, token))).toMatchObject({
      ok: false,
      refusal: 'link-unknown',
    })
    expect(await read(2)).toBeNull()
  })

  test('is forgotten after a year, with her number', async () => {
    await wait('06 39 98 00 52')
    const forget = jobsOf(there.house)['network.forget-subscriptions']
    await forget?.({}, {} as never)
    const count = async () => (await there.owner.query('select from network.subscriptions')).rowCount
    expect(await count()).toBe(2)
    there.now = there.now.add({ hours: 24 * 366 })
    await forget?.({}, {} as never)
    expect(await count()).toBe(0)
  })

  test('leaves a contact nobody can read: not a visitor, not the desk, not the coordinator', async () => {
    await wait('06 39 98 00 53')
    const { rows } = await there.owner.query('select * from network.subscriptions')
    expect(JSON.stringify(rows)).not.toContain('0053')
    expect(openContact(there.house.seal, rows[0])).toMatchObject({ canonical: '+33639980053' })
    const actors: Actor[] = [
      { kind: 'visitor' },
      { kind: 'resident', centre: world.centres.saintOuen },
      nadia,
      { ...(nadia as object), role: 'receptionist' } as Actor,
    ]
    for (const actor of actors)
      expect(
        await there.house.inWork(actor, (work) =>
          work.tx.selectFrom('network.subscriptions').selectAll().execute(),
        ),
      ).toEqual([])
  })
})
