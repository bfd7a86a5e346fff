import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nomadic } from '#modules/network/index.ts'
import { invitePartner } from '#modules/network/organisation.ts'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { newTicket, register } from '#modules/registrations/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'
import { answerBack, propose } from './proposal.ts'
import { acceptProposal, askOtherDate, declineProposal } from './proposal-answer.ts'
import { composers } from './proposal-messages.ts'
import { cancelStops, moveStops } from './stop-move.ts'

let there: TestHouse
let world: SmallWorld
let nadia: Actor & { kind: 'member' }
let market: number
let library: number

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  nadia = {
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }
  market = await place('Halle du marché', 48.9367, 2.3562)
  library = await place('Bibliothèque', 48.9044, 2.3064)
})
afterAll(() => there.close())
beforeEach(async () => {
  await there.owner.query('delete from registrations.decisions')
  await there.owner.query('delete from registrations.registrations')
  await there.owner.query('delete from programme.sessions where stop_id is not null')
  await there.owner.query('delete from network.stops')
  await there.owner.query('delete from graphile_worker._private_jobs')
})

async function place(name: string, latitude: number, longitude: number): Promise<number> {
  const described = { name, address: '', city: 'Saint-Denis', postalCode: '93200', inseeCode: '93066' }
  const added = await there.house.inWork(nadia, (work) =>
    nomadic.addNomadicPlace(work, { ...described, latitude, longitude, stepFree: true, howToCome: {} }),
  )
  if (!added.ok) throw new Error(added.refusal)
  return added.value.place
}
const time = (text: string) => Temporal.PlainTime.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)
const outing = { kits: [], vehicleId: null, offers: [], howToFind: {} }
const round = (change: Partial<nomadic.RoundPlan> = {}): nomadic.RoundPlan & { days: string[] } => ({
  ...outing,
  name: 'Les marchés',
  hosts: [],
  legs: [
    { place: market, from: time('09:00'), to: time('11:00') },
    { place: library, from: time('12:00'), to: time('14:00') },
  ],
  rule: 'FREQ=WEEKLY;BYDAY=FR',
  startsOn: day('2027-03-19'),
  endsOn: day('2027-04-09'),
  skips: [],
  days: ['2027-03-19', '2027-03-26', '2027-04-02', '2027-04-09'],
  ...change,
})
const stopsNow = async () =>
  (
    await there.owner.query<{ id: number; place_id: number; at: string; status: string }>(
      `select id, place_id, (starts_at at time zone 'Europe/Paris')::text as at, status from network.stops order by starts_at`,
    )
  ).rows

describe('a round', () => {
  test('keeps its hour on the wall through summer time, at every stop', async () => {
    const planned = await there.house.inWork(nadia, (work) => nomadic.planRound(work, round()))
    expect(planned.ok && planned.value.stops).toHaveLength(8)
    expect((await stopsNow()).map(({ at }) => at.slice(0, 16))).toEqual(
      ['2027-03-19', '2027-03-26', '2027-04-02', '2027-04-09'].flatMap((on) => [
        `${on} 09:00`,
        `${on} 12:00`,
      ]),
    )
  })

  test('that cannot be driven is refused with the minutes it needs, and nothing is written', async () => {
    const legs = [
      { place: market, from: time('09:00'), to: time('11:00') },
      { place: library, from: time('11:05'), to: time('13:00') },
    ]
    const planned = await there.house.inWork(nadia, (work) => nomadic.planRound(work, round({ legs })))
    expect(planned).toMatchObject({
      refusal: 'legs-impossible',
      problems: [{ leg: 1, given: 5, needed: expect.any(Number) }],
    })
    expect(await stopsNow()).toEqual([])
  })

  test('whose host is taken on one day is refused whole: no half of a round is left behind', async () => {
    await there.house.inWork(nadia, (work) =>
      nomadic.planStop(work, {
        ...outing,
        hosts: [world.members.samira],
        placeId: library,
        start: Temporal.Instant.from('2027-04-02T07:30:00Z'),
        end: Temporal.Instant.from('2027-04-02T08:30:00Z'),
      }),
    )
    const planned = await there.house.inWork(nadia, (work) =>
      nomadic.planRound(work, round({ hosts: [world.members.samira] })),
    )
    expect(planned).toMatchObject({ ok: false, refusal: 'clash' })
    expect(await stopsNow()).toHaveLength(1)
    expect(
      (await there.owner.query('select from network.rounds where name = $1', ['Les marchés'])).rowCount,
    ).toBe(1)
  })

  test('moves « this and the following » a week later without standing in its own way', async () => {
    await there.house.inWork(nadia, (work) => nomadic.planRound(work, round()))
    const second = (await stopsNow()).filter(({ place_id }) => place_id === market)[1]
    const moved = await there.house.inWork(nadia, (work) =>
      moveStops(work, {
        stop: second?.id ?? 0,
        scope: 'following',
        to: { placeId: market, day: day('2027-04-02'), from: time('09:30'), to: time('11:00') },
      }),
    )
    expect(moved).toMatchObject({ value: { moved: 3 } })
    expect(
      (await stopsNow()).filter(({ place_id }) => place_id === market).map(({ at }) => at.slice(0, 16)),
    ).toEqual(['2027-03-19 09:00', '2027-04-02 09:30', '2027-04-09 09:30', '2027-04-16 09:30'])
  })
})

describe('people who joined a session held at a stop', () => {
  const withSession = async () => {
    const stop = await there.house.inWork(nadia, (work) =>
      nomadic.planStop(work, {
        ...outing,
        hosts: [world.members.samira],
        placeId: market,
        start: Temporal.Instant.from('2027-01-12T13:00:00Z'),
        end: Temporal.Instant.from('2027-01-12T16:00:00Z'),
      }),
    )
    if (!stop.ok) throw new Error(stop.refusal)
    const { rows } = await there.owner.query(
      `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity, status, created_at)
       values ($1, $2, $3, '2027-01-12T13:30:00Z', '2027-01-12T15:00:00Z', 8, 'published', now()) returning id, stop_id`,
      [world.centres.saintOuen, world.activities.scams, market],
    )
    expect(rows[0].stop_id).toBe(stop.value.stop)
    const contact = parseContact({ phone: '06 39 98 00 60', country: 'FR' })
    if (!contact.ok) throw new Error(contact.refusal)
    await there.house.inWork({ kind: 'resident', centre: world.centres.saintOuen }, (work) =>
      register(work, {
        sessionId: rows[0].id,
        name: 'Amina',
        contact: sealContact(there.house.seal, contact.value),
        party: 1,
        language: 'fr',
        throughHelper: false,
        source: 'web',
        ticket: newTicket(there.house.seal),
      }),
    )
    await there.owner.query('delete from graphile_worker._private_jobs')
    return { stop: stop.value.stop, session: Number(rows[0].id) }
  }
  /** Sessions whose people the post is to tell. */
  const told = async () =>
    (
      await there.owner.query<{ session: string }>(
        `select payload ->> 'session' as session from graphile_worker._private_jobs job
         join graphile_worker._private_tasks task on task.id = job.task_id where identifier = 'registrations.tell-session'`,
      )
    ).rows.map(({ session }) => Number(session))

  test('move with it, keep their chairs, and are told once', async () => {
    const { stop, session } = await withSession()
    const moved = await there.house.inWork(nadia, (work) =>
      moveStops(work, {
        stop,
        scope: 'one',
        to: { placeId: library, day: day('2027-01-13'), from: time('15:00'), to: time('18:00') },
      }),
    )
    expect(moved.ok).toBe(true)
    const { rows } = await there.owner.query(
      `select stop_id, place_id, seats_taken, (starts_at at time zone 'Europe/Paris')::text as at from programme.sessions where id = $1`,
      [session],
    )
    expect(rows[0]).toMatchObject({
      stop_id: stop,
      place_id: library,
      seats_taken: 1,
      at: '2027-01-13 15:30:00',
    })
    expect(await told()).toEqual([session])
  })

  test('are told when it is cancelled, with the session', async () => {
    const { stop, session } = await withSession()
    const cancelled = await there.house.inWork(nadia, (work) => cancelStops(work, { stop, scope: 'one' }))
    expect(cancelled).toMatchObject({ value: { cancelled: 1 } })
    const { rows } = await there.owner.query('select status from programme.sessions where id = $1', [session])
    expect(rows[0].status).toBe('cancelled')
    expect(await told()).toEqual([session])
  })
})

describe('a partner', () => {
  let sacha: Actor & { kind: 'member' }
  let rival: Actor & { kind: 'member' }
  const invite = async (organisation: string, phone: string) => {
    const { rows } = await there.owner.query(
      `insert into network.organisations (centre_id, name, kind) values ($1, $2, 'association') returning id`,
      [world.centres.saintOuen, organisation],
    )
    const contact = parseContact({ phone, country: 'FR' })
    if (!contact.ok) throw new Error(contact.refusal)
    const invited = await there.house.inWork(nadia, (work) =>
      invitePartner(work, {
        organisation: rows[0].id,
        name: 'Sacha',
        contact: sealContact(there.house.seal, contact.value),
        language: 'fr',
      }),
    )
    if (!invited.ok) throw new Error(invited.refusal)
    return { ...nadia, member: invited.value.member, role: 'partner' as const, name: 'Sacha' }
  }
  beforeAll(async () => {
    sacha = await invite('La Passerelle', '06 39 98 00 70')
    rival = await invite('Le Pont', '06 39 98 00 71')
  })
  const wish = () => ({
    kind: 'session' as const,
    activity: world.activities.video,
    place: world.places.saintOuen,
    elsewhere: '',
    wishes: [Temporal.Instant.from('2027-02-02T13:00:00Z')],
    note: 'Une dizaine de personnes',
  })
  const made = async () => {
    const proposed = await there.house.inWork(sacha, (work) => propose(work, wish()))
    if (!proposed.ok) throw new Error(proposed.refusal)
    return proposed.value.proposal
  }
  const seenBy = async (actor: Actor, id: number) =>
    (
      await there.house.inWork(actor, (work) =>
        work.tx.selectFrom('planning.proposals').select('id').where('id', '=', id).execute(),
      )
    ).length

  test('proposes a session; once accepted it is a draft of the centre, and she is told once', async () => {
    const proposal = await made()
    const accept = () =>
      there.house.inWork(nadia, (work) =>
        acceptProposal(work, {
          proposal,
          place: world.places.saintOuen,
          day: day('2027-02-02'),
          hour: time('14:00'),
        }),
      )
    const answers = await Promise.all([accept(), accept()])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'already-answered')).toHaveLength(1)
    const [accepted] = answers.filter(({ ok }) => ok)
    const session = accepted?.ok ? accepted.value.session : 0
    const { rows } = await there.owner.query('select status from programme.sessions where id = $1', [session])
    expect(rows).toEqual([{ status: 'draft' }])
    const message = await there.house.inWork(
      { kind: 'system', centre: nadia.centre },
      (work) => composers(there.house)['planning.proposal']?.(work, proposal, 1) ?? Promise.resolve(null),
    )
    expect(message?.to).toBe('+33639980070')
    expect(message?.body).toMatch(/accepte.*mardi 2 février, 14 h/)
  })

  test('is asked for another date, agrees, and it becomes her wish', async () => {
    const proposal = await made()
    const at = Temporal.Instant.from('2027-02-09T13:00:00Z')
    await there.house.inWork(nadia, (work) => askOtherDate(work, { proposal, at }))
    expect(
      await there.house.inWork(sacha, (work) => answerBack(work, { proposal, gesture: 'agree' })),
    ).toMatchObject({
      ok: true,
    })
    const { rows } = await there.owner.query(
      'select status, wishes[1] as wish from planning.proposals where id = $1',
      [proposal],
    )
    expect(rows[0].status).toBe('new')
    expect(String(rows[0].wish)).toBe('2027-02-09T13:00:00Z')
  })

  test('reads the sentence of a refusal, and cannot turn it into a yes', async () => {
    const proposal = await made()
    await there.house.inWork(nadia, (work) => declineProposal(work, { proposal, sentence: 'no-room' }))
    expect(
      (await there.house.inWork(sacha, (work) => answerBack(work, { proposal, gesture: 'agree' }))).ok,
    ).toBe(false)
    await there.house
      .inWork(sacha, (work) =>
        work.tx
          .updateTable('planning.proposals')
          .set({ status: 'accepted' })
          .where('id', '=', proposal)
          .execute(),
      )
      .catch(() => null)
    const { rows } = await there.owner.query('select status from planning.proposals where id = $1', [
      proposal,
    ])
    expect(rows[0].status).toBe('declined')
  })

  test('is seen by her organisation and her coordinator, by no other partner, no desk, no visitor', async () => {
    const proposal = await made()
    expect(await seenBy(sacha, proposal)).toBe(1)
    expect(await seenBy(nadia, proposal)).toBe(1)
    for (const actor of [rival, { ...nadia, role: 'receptionist' as const }, { kind: 'visitor' as const }])
      expect(await seenBy(actor, proposal)).toBe(0)
    await expect(
      there.house.inWork(rival, (work) =>
        work.tx
          .updateTable('planning.proposals')
          .set({ status: 'withdrawn' })
          .where('id', '=', proposal)
          .execute(),
      ),
    ).resolves.toMatchObject([{ numUpdatedRows: 0n }])
  })

  test('whose organisation is no longer a partner proposes nothing', async () => {
    await there.owner.query(`update network.organisations set active = false where name = 'Le Pont'`)
    expect(await there.house.inWork(rival, (work) => propose(work, wish()))).toMatchObject({
      refusal: 'organisation-inactive',
    })
  })
})
