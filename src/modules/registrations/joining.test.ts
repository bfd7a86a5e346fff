import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { acceptOffer } from './accept-offer.ts'
import { cancelRegistration } from './cancel.ts'
import { changeParty } from './change-party.ts'
import { cancelSession, changeSession } from './change-session.ts'
import { freeSeats, takeSeatsBack } from './door-seats.ts'
import { expireOffer } from './expire-offer.ts'
import { register } from './register.ts'
import { newTicket } from './ticket.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
let session: number

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
})
afterAll(() => at.close())

const start = () => at.now.add({ hours: 24 * 10 })

beforeEach(async () => {
  at.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
  const { rows } = await at.owner.query<{ id: number }>(
    `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity)
     select $1, (select min(id) from programme.activities), id, $2, $2::timestamptz + interval '90 minutes', 3
     from network.places where centre_id = $1 order by id limit 1 returning id`,
    [world.centres.saintOuen, start().toString()],
  )
  session = rows[0]?.id ?? 0
})

const resident = () => ({ kind: 'resident', centre: world.centres.saintOuen }) as const
const coordinator = () =>
  ({
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }) as const

async function joins(name: string, phone = '06 12 34 56 78', party = 1) {
  const contact = parseContact({ phone })
  if (!contact.ok) throw new Error(phone)
  return at.house.inWork(resident(), (work) =>
    register(work, {
      sessionId: session,
      name,
      contact: sealContact(at.house.seal, contact.value),
      party,
      language: 'fr',
      throughHelper: false,
      source: 'web',
      ticket: newTicket(at.house.seal),
    }),
  )
}
const joined = async (...who: Parameters<typeof joins>) => {
  const result = await joins(...who)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const cancels = (registrationId: number) =>
  at.house.inWork(resident(), (work) => cancelRegistration(work, { registrationId, by: 'resident' }))

/** The one truth: what the database holds. */
async function seats() {
  const { rows } = await at.owner.query(
    `select s.seats_taken as taken, (select coalesce(sum(seats), 0)::int from registrations.registrations where session_id = s.id) as held
     from programme.sessions s where id = $1`,
    [session],
  )
  expect(rows[0].held).toBe(rows[0].taken)
  return rows[0].taken as number
}
const statusOf = async (id: number) =>
  (await at.owner.query('select status from registrations.registrations where id = $1', [id])).rows[0]
    .status as string

describe('joining', () => {
  test('a family of three takes three chairs, and the next person waits at rank one', async () => {
    expect((await joined('Paul', '06 12 00 00 01', 3)).status).toBe('confirmed')
    expect(await joined('Odile', '06 12 00 00 02')).toMatchObject({ status: 'waitlisted', rank: 1 })
    expect(await joined('Karim', '06 12 00 00 03', 2)).toMatchObject({ status: 'waitlisted', rank: 2 })
    expect(await seats()).toBe(3)
  })

  test('Monique who joins twice has one registration, and is not told off', async () => {
    const first = await joined('Monique')
    const second = await joined('MONIQUE', '+33 6 12 34 56 78')
    expect(second).toMatchObject({ id: first.id, again: true })
    expect(await seats()).toBe(1)
  })

  test('a double click is one registration, at the same instant too', async () => {
    const both = await Promise.all([joined('Rosa'), joined('Rosa'), joined('Rosa')])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(await seats()).toBe(1)
  })

  test('two people of one family share a phone', async () => {
    const [mother, son] = [await joined('Fatoumata'), await joined('Hugo')]
    expect(mother.id).not.toBe(son.id)
    expect(await seats()).toBe(2)
  })

  test('who cancelled may come back', async () => {
    const first = await joined('Luc')
    await cancels(first.id)
    const second = await joined('Luc')
    expect(second).toMatchObject({ status: 'confirmed', again: false })
    expect(await seats()).toBe(1)
  })

  test('one phone may not hold thirteen chairs of thirteen people', async () => {
    await at.owner.query('update programme.sessions set capacity = 50 where id = $1', [session])
    for (let i = 1; i <= 12; i++) await joined(`Personne ${i}`, '06 12 99 99 99')
    expect(await joins('Personne 13', '06 12 99 99 99')).toMatchObject({
      ok: false,
      refusal: 'too-many-open',
    })
  })

  test('once the session has begun the roll speaks, and a link cancels no more', async () => {
    const luc = await joined('Luc')
    at.now = start().add({ minutes: 5 })
    expect(await cancels(luc.id)).toMatchObject({ ok: false, refusal: 'too-late-to-cancel' })
    expect(await seats()).toBe(1)
  })

  test('a session that began, was cancelled or never was is refused, each by its name', async () => {
    at.now = start().add({ minutes: 1 })
    expect(await joins('Rosa')).toMatchObject({ refusal: 'session-started' })
    at.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
    await at.house.inWork(coordinator(), (work) => cancelSession(work, { sessionId: session }))
    expect(await joins('Rosa')).toMatchObject({ refusal: 'session-cancelled' })
    session = 2_000_000_000
    expect(await joins('Rosa')).toMatchObject({ refusal: 'session-unknown' })
  })
})

describe('the waiting list', () => {
  test('a freed chair is offered in the same transaction to the first party that fits, and the others are told why', async () => {
    const [paul, rosa] = [await joined('Paul', '06 12 00 00 01', 2), await joined('Rosa', '06 12 00 00 02')]
    const [family, karim] = [
      await joined('Famille', '06 12 00 00 03', 3),
      await joined('Karim', '06 12 00 00 04'),
    ]
    await cancels(rosa.id)
    expect(await statusOf(karim.id)).toBe('offered')
    expect(await statusOf(family.id)).toBe('waitlisted')
    expect(await seats()).toBe(3)
    const { rows } = await at.owner.query(
      'select decision, seats_free from registrations.decisions where registration_id = $1 order by id',
      [family.id],
    )
    expect(rows).toEqual([
      { decision: 'waitlisted', seats_free: 0 },
      { decision: 'skipped', seats_free: 1 },
    ])
    expect(await statusOf(paul.id)).toBe('confirmed')
  })

  test('saying yes keeps the chair, twice is the same, and too late is said', async () => {
    const rosa = await joined('Rosa', '06 12 00 00 02', 3)
    const karim = await joined('Karim', '06 12 00 00 04')
    await cancels(rosa.id)
    const yes = () => at.house.inWork(resident(), (work) => acceptOffer(work, { registrationId: karim.id }))
    expect(await yes()).toMatchObject({ ok: true, value: { again: false } })
    expect(await yes()).toMatchObject({ ok: true, value: { again: true } })
    expect(await seats()).toBe(1)
    at.now = at.now.add({ hours: 48 })
    expect(await yes()).toMatchObject({ ok: true })
  })

  test('an offer nobody answers passes on, once, and its party goes behind', async () => {
    const rosa = await joined('Rosa', '06 12 00 00 02', 3)
    const [karim, odile] = [
      await joined('Karim', '06 12 00 00 04', 3),
      await joined('Odile', '06 12 00 00 05', 3),
    ]
    await cancels(rosa.id)
    expect(await statusOf(karim.id)).toBe('offered')
    const expire = () =>
      at.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, (work) =>
        expireOffer(work, { registrationId: karim.id }),
      )
    await expire()
    expect(await statusOf(karim.id)).toBe('offered')
    at.now = at.now.add({ hours: 25 })
    await expire()
    await expire()
    expect(await statusOf(karim.id)).toBe('waitlisted')
    expect(await statusOf(odile.id)).toBe('offered')
    expect(await seats()).toBe(3)
    const late = await at.house.inWork(resident(), (work) => acceptOffer(work, { registrationId: karim.id }))
    expect(late).toMatchObject({ ok: false, refusal: 'no-offer' })
  })

  test('more chairs are offered in the transaction that adds them', async () => {
    await joined('Rosa', '06 12 00 00 02', 3)
    const karim = await joined('Karim', '06 12 00 00 04', 2)
    await at.house.inWork(coordinator(), (work) => changeSession(work, { sessionId: session, capacity: 5 }))
    expect(await statusOf(karim.id)).toBe('offered')
    expect(await seats()).toBe(5)
    expect(
      await at.house.inWork(coordinator(), (work) =>
        changeSession(work, { sessionId: session, capacity: 4 }),
      ),
    ).toMatchObject({
      ok: false,
      refusal: 'capacity-below-taken',
    })
  })
})

describe('changing', () => {
  test('a smaller party frees chairs for who waits; a larger one needs them to be there', async () => {
    const paul = await joined('Paul', '06 12 00 00 01', 3)
    const karim = await joined('Karim', '06 12 00 00 04', 2)
    const change = (party: number) =>
      at.house.inWork(resident(), (work) => changeParty(work, { registrationId: paul.id, party }))
    expect(await change(4)).toMatchObject({ ok: false, refusal: 'party-too-large' })
    const others = await joined('Luc', '06 12 00 00 05', 1)
    expect(others.status).toBe('waitlisted')
    expect(await change(1)).toMatchObject({ ok: true })
    expect(await statusOf(karim.id)).toBe('offered')
    expect(await change(2)).toMatchObject({ ok: false, refusal: 'not-enough-seats' })
    expect(await seats()).toBe(3)
  })

  test('a cancelled session holds no chair and no one, twice the same', async () => {
    const paul = await joined('Paul', '06 12 00 00 01', 3)
    const cancel = () => at.house.inWork(coordinator(), (work) => cancelSession(work, { sessionId: session }))
    expect(await cancel()).toMatchObject({ ok: true, value: { again: false } })
    expect(await cancel()).toMatchObject({ ok: true, value: { again: true } })
    expect(await statusOf(paul.id)).toBe('cancelled')
    expect(await seats()).toBe(0)
  })

  test('a coordinator of Roubaix cannot move or cancel a session of Saint-Ouen', async () => {
    const roubaix = {
      kind: 'member',
      member: world.members.rox,
      role: 'coordinator',
      centre: world.centres.roubaix,
      name: 'Rox',
    } as const
    expect(
      await at.house.inWork(roubaix, (work) => cancelSession(work, { sessionId: session })),
    ).toMatchObject({ refusal: 'session-unknown' })
    expect(
      await at.house.inWork(roubaix, (work) => changeSession(work, { sessionId: session, capacity: 40 })),
    ).toMatchObject({ refusal: 'session-unknown' })
  })

  test('the chairs of who is absent go to who stands at the door, and come back only if they are free', async () => {
    const paul = await joined('Paul', '06 12 00 00 01', 3)
    await at.house.inWork(coordinator(), (work) => freeSeats(work, paul.id))
    expect(await seats()).toBe(0)
    await joined('Rosa', '06 12 00 00 02')
    expect(await at.house.inWork(coordinator(), (work) => takeSeatsBack(work, paul.id))).toMatchObject({
      ok: false,
      refusal: 'session-full',
    })
    expect(await seats()).toBe(1)
  })
})

describe('two people at the same instant', () => {
  test('who leaves the list while a chair is freed loses nobody that chair', async () => {
    for (let round = 0; round < 12; round++) {
      const [x, y] = [
        await joined(`X${round}`, '06 12 00 00 01', 3),
        await joined(`Y${round}`, '06 12 00 00 02', 1),
      ]
      await Promise.all([cancels(x.id), cancels(y.id)])
      expect(await seats()).toBe(0)
    }
  })

  test('who grows her party while a chair is freed gets neither a fault nor chairs that are not there', async () => {
    for (let round = 0; round < 8; round++) {
      const [x, y] = [
        await joined(`X${round}`, '06 12 00 00 01', 3),
        await joined(`Y${round}`, '06 12 00 00 02', 1),
      ]
      await Promise.all([
        cancels(x.id),
        at.house.inWork(resident(), (work) => changeParty(work, { registrationId: y.id, party: 3 })),
      ])
      await seats()
      await cancels(y.id)
      expect(await seats()).toBe(0)
    }
  })
})

describe('changing a party that waits or was marked absent', () => {
  test('a waiting party that becomes small enough is offered its chairs before any newcomer', async () => {
    await joined('Rosa', '06 12 00 00 02', 1)
    const family = await joined('Famille', '06 12 00 00 03', 3)
    await at.house.inWork(resident(), (work) => changeParty(work, { registrationId: family.id, party: 2 }))
    expect(await statusOf(family.id)).toBe('offered')
    expect((await joined('Luc', '06 12 00 00 04')).status).toBe('waitlisted')
  })

  test('a party larger than the room is refused while waiting too', async () => {
    await joined('Rosa', '06 12 00 00 02', 3)
    const karim = await joined('Karim', '06 12 00 00 04', 2)
    const change = at.house.inWork(resident(), (work) =>
      changeParty(work, { registrationId: karim.id, party: 4 }),
    )
    expect(await change).toMatchObject({ ok: false, refusal: 'party-too-large' })
  })

  test('who was marked absent is not promised chairs', async () => {
    const rosa = await joined('Rosa', '06 12 00 00 02', 1)
    await at.house.inWork(coordinator(), (work) => freeSeats(work, rosa.id))
    const change = at.house.inWork(resident(), (work) =>
      changeParty(work, { registrationId: rosa.id, party: 3 }),
    )
    expect(await change).toMatchObject({ ok: false, refusal: 'not-enough-seats' })
    expect(await seats()).toBe(0)
  })
})
