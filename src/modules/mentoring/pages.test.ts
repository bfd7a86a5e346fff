import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { applyRound } from './apply-round.ts'
import { readLiveMatches } from './db/matches.ts'
import { readMeetings } from './db/meetings.ts'
import { readMentor, readMentors } from './db/mentors.ts'
import { readAsks, readWishes } from './db/wanting.ts'
import { acceptOpen } from './decide-pair.ts'
import { linkRoutes } from './link-routes.tsx'
import { peopleOf } from './mentoring.fixture.ts'
import { publicRoutes } from './public-routes.tsx'
import { askRound } from './run-round.ts'

let there: TestHouse
let world: SmallWorld
let here: ReturnType<typeof peopleOf>

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
})
afterAll(() => there.close())
beforeEach(async () => {
  there.now = Temporal.Instant.from('2026-12-01T08:00:00Z')
  await there.owner.query('delete from mentoring.mentors; delete from ventures.founders')
  here = peopleOf(there, world.centres.saintOuen, world.members.nadia)
})

const server = () => {
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  return app.route('/', publicRoutes(there.house)).route('/', linkRoutes(there.house))
}
const get = (path: string) => server().request(`http://localhost${path}`)
const post = (path: string, fields: Record<string, string> | [string, string][]) =>
  server().request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields) })

const offer: [string, string][] = [
  ['centre', 'saint-ouen'],
  ['name', 'Farid'],
  ['contact', '06 12 34 56 78'],
  ['helps', 'money'],
  ['helps', 'law'],
  ['languages', 'fr'],
  ['weekly', '2-morning'],
  ['capacity', '2'],
]

/** A mentor and a founder who were told of each other, and their links. */
async function aPair() {
  const mentor = await here.mentor({ capacity: 2 })
  const founder = await here.founder()
  const centre = world.centres.saintOuen
  const member = world.members.nadia
  await there.house.inWork(here.nadia, async (work) => {
    const asked = await askRound(work, { centre, member, method: 'scores' })
    if (!asked.ok) throw new Error(asked.refusal)
    await acceptOpen(work, asked.value)
    return applyRound(work, { round: asked.value, centre, member })
  })
  there.now = there.now.add({ hours: 1 })
  const [match] = await there.house.inWork(here.nadia, readLiveMatches)
  const sealed = await there.house.inWork(here.nadia, (work) => readMentor(work, mentor))
  if (!match || !sealed) throw new Error('no pair')
  return {
    match: match.id,
    founder,
    mine: `/mentors/me/${there.house.seal.open(sealed.tokenSealed)}`,
    hers: `/mentors/for/${founder.token}`,
  }
}

test('an offer with something missing comes back with all that was typed, and each thing to mend said', async () => {
  const answer = await post('/mentors', {
    centre: 'saint-ouen',
    name: 'Farid',
    contact: '06 12',
    saysWoman: 'yes',
  })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('value="Farid"')
  expect(html).toContain('Il manque des chiffres à ce numéro.')
  expect(html).toContain('Cochez au moins une aide.')
  expect(html).toContain('Cochez au moins un moment.')
})

test('an offer is kept as it was said, and known or not the answer is the same', async () => {
  const first = await post('/mentors', offer)
  const second = await post('/mentors', offer)
  for (const answer of [first, second]) {
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/mentors/sent')
  }
  expect(await there.house.inWork(here.nadia, readMentors)).toMatchObject([
    {
      name: 'Farid',
      helps: ['money', 'law'],
      weekly: ['2-morning'],
      capacity: 2,
      saysWoman: false,
      status: 'asking',
    },
  ])
})

test('codes nobody knows are left out, and rubbish is no error of ours', async () => {
  const answer = await post('/mentors', [
    ...offer,
    ['helps', 'drop table'],
    ['sectors', 'x'.repeat(500)],
    ['worksIn', '<b>'],
    ['weekly', '9-noon'],
  ])
  expect([303, 422]).toContain(answer.status)
  expect((await post('/mentors', { centre: 'nowhere' })).status).toBe(303)
  for (const path of ['/mentors/me/rien', '/mentors/for/rien', `/mentors/for/${'A'.repeat(22)}`])
    expect((await get(path)).status).toBe(404)
})

test('a founder asks for a mentor by her link, and takes it back', async () => {
  const { id, token } = await here.founder({ asks: false })
  const asks = async () => (await there.house.inWork(here.nadia, readAsks)).has(id)
  expect((await post(`/mentors/for/${token}/asks`, { asks: 'yes' })).status).toBe(303)
  expect(await asks()).toBe(true)
  expect(await (await get(`/mentors/for/${token}`)).text()).toContain('C’est demandé')
  await post(`/mentors/for/${token}/asks`, { asks: 'no' })
  expect(await asks()).toBe(false)
})

test('a mentor ranks founders by what they do and need, and never reads their names', async () => {
  const { mine } = await aPair()
  const other = await here.founder({ name: 'Basma' })
  const html = await (await get(mine)).text()
  expect(html).toContain('Vous guidez Amel')
  expect(html).toContain('Cuisine et alimentation, une idée.')
  expect(html).not.toContain('Basma')
  expect(
    (await post(`${mine}/wishes`, { wish1: String(other.id), wish2: '999999', wish3: '-4' })).status,
  ).toBe(303)
  expect(await there.house.inWork(here.nadia, readWishes)).toMatchObject([
    { side: 'mentor', founder: other.id },
  ])
})

test('one proposes, the other says yes on her page, and either notes it; what was mistyped stays', async () => {
  const { match, mine, hers } = await aPair()
  const wrong = await post(`${hers}/meetings`, {
    match: String(match),
    form: 'propose',
    day: '2026-12-03',
    hour: '25:00',
    how: 'centre',
  })
  const html = await wrong.text()
  expect(wrong.status).toBe(422)
  expect(html).toContain('Écrivez une heure, comme 14:30.')
  expect(html).toContain('value="2026-12-03"')
  expect(
    (
      await post(`${hers}/meetings`, {
        match: String(match),
        day: '2026-12-03',
        hour: '14:30',
        how: 'centre',
      })
    ).status,
  ).toBe(303)
  const [meeting] = await there.house.inWork(here.nadia, (work) => readMeetings(work, [match]))
  expect(meeting?.startsAt.toString()).toBe('2026-12-03T13:30:00Z')
  expect((await post(`${mine}/answers`, { meeting: String(meeting?.id), answer: 'agree' })).status).toBe(303)
  there.now = Temporal.Instant.from('2026-12-03T17:00:00Z')
  const note = {
    match: String(match),
    day: '2026-12-03',
    how: 'centre',
    minutes: '50',
    next: 'try-it',
    words: 'Le prix',
  }
  expect((await post(`${mine}/notes`, note)).status).toBe(303)
  const page = await (await get(hers)).text()
  expect(page).toContain('a eu lieu, 50 minutes')
  expect(page).toContain('Le prix')
  expect((await there.house.inWork(here.nadia, (work) => readMeetings(work, [match]))).length).toBe(1)
})

test('a link opens its own match and no other', async () => {
  const { match } = await aPair()
  const stranger = await here.founder({ name: 'Basma' })
  const hers = `/mentors/for/${stranger.token}`
  expect((await post(`${hers}/stops`, { match: String(match), again: 'yes' })).status).toBe(404)
  expect(
    (await post(`${hers}/notes`, { match: String(match), day: '2026-12-01', how: 'phone', minutes: '30' }))
      .status,
  ).toBe(404)
  expect(await there.house.inWork(here.nadia, readLiveMatches)).toHaveLength(1)
})

test('« j’aimerais changer » is one press; « tout effacer » too', async () => {
  const { match, mine, hers } = await aPair()
  expect((await post(`${hers}/stops`, { match: String(match), again: 'yes' })).status).toBe(303)
  expect(await (await get(hers)).text()).toContain('C’est demandé')
  expect((await post(`${mine}/pauses`, {})).status).toBe(303)
  expect(await (await get(mine)).text()).toContain('Vous êtes en pause')
  const erased = await post(`${mine}/erasures`, {})
  expect(erased.headers.get('location')).toBe('/mentors/erased')
  expect((await get(mine)).status).toBe(404)
})
