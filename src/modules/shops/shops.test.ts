import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadCommunes } from '#modules/discovery/index.ts'
import type { Env } from '#platform/http/env.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { readShopFigures } from './db/figures.ts'
import { readShops } from './db/shops.ts'
import type { Answer } from './domain/vocabulary.ts'
import { jobs } from './jobs.ts'
import { composers } from './messages.ts'
import { readAreas, writtenRules } from './read-rules.ts'
import { shopPlanRoutes } from './shop-plan-routes.tsx'
import { shopRoutes } from './shop-routes.tsx'

let there: TestHouse
let world: SmallWorld
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  await there.house.inWork({ kind: 'system', centre: null }, (work) => loadCommunes(work))
})
afterAll(() => there.close())
beforeEach(async () => {
  there.now = Temporal.Instant.from('2026-12-01T08:00:00Z')
  await there.owner.query(
    'delete from shops.shops; delete from shops.figures; delete from shops.rule_changes; delete from graphile_worker._private_jobs',
  )
})

const server = () => {
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  return app.route('/', shopRoutes(there.house)).route('/', shopPlanRoutes(there.house))
}
const get = (path: string) => server().request(`http://localhost${path}`)
const post = (path: string, fields: Record<string, string> = {}) =>
  server().request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields) })
const nadia = () =>
  ({
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }) as const
const sent = async (): Promise<{ kind: string; ref: string; at: string }[]> =>
  (
    await there.owner.query(
      `select payload->>'kind' as kind, payload->>'ref' as ref, run_at::date::text as at from graphile_worker._private_jobs order by id`,
    )
  ).rows

const shop = { town: '93400', sector: 'food', size: 'alone' }
/** A shop that begins, and its link. */
async function begin(fields: Record<string, string> = shop): Promise<string> {
  const to = (await post('/shop', fields)).headers.get('location') ?? ''
  return to.replace(/\/1$/, '')
}
/** Answers every part of it alike. */
async function answerAll(link: string, answer: Answer): Promise<void> {
  for (const [at, area] of readAreas().entries())
    await post(`${link}/${at + 1}`, Object.fromEntries(area.questions.map(({ id }) => [id, answer])))
}

test('a baker says a town, a trade and a size, answers part by part, and reads what to do first and why', async () => {
  const link = await begin()
  expect(link).toMatch(/^\/shop\/[A-Za-z0-9_-]{22}$/)
  const first = await (await get(`${link}/1`)).text()
  expect(first).toContain('1')
  expect((await get(link)).headers.get('location')).toBe(`${link}/1`)
  await answerAll(link, 'no')
  const plan = await (await get(link)).text()
  expect(plan.match(/class="ticket entrepreneurship"/g)?.length).toBe(writtenRules().length)
  // The law that is already in force comes first, with its date and where to confirm it.
  expect(plan.indexOf('2026')).toBeGreaterThan(0)
  expect(plan).toContain('À confirmer sur le site officiel')
  expect(plan).toContain('Parce que vous avez répondu')
})

test('a town nobody knows, two towns of one name or nothing typed come back as a sentence, with all that was ticked', async () => {
  for (const [town, said] of [
    ['', 'ville'],
    ['zzqqxx', 'ville'],
    ['Saint-Denis', 'code postal'],
  ] as const) {
    const back = await post('/shop', { ...shop, town })
    expect(back.status).toBe(422)
    const page = await back.text()
    expect(page).toContain('aria-invalid="true"')
    expect(page.toLowerCase()).toContain(said)
    expect(page).toMatch(/value="food"[^>]*checked/)
  }
})

test('a question left out is shown, and what was ticked stays ticked', async () => {
  const link = await begin()
  const [one, two] = readAreas()[0]?.questions ?? []
  const back = await post(`${link}/1`, { [one?.id ?? '']: 'partly' })
  expect(back.status).toBe(422)
  const page = await back.text()
  expect(page).toMatch(new RegExp(`name="${one?.id}"[^>]*value="partly"[^>]*checked`))
  expect(page).toContain(`href="#${two?.id}`)
})

test('the telephone falls asleep in the middle: the link goes on at the first question without an answer', async () => {
  const link = await begin()
  for (const at of [1, 2])
    await post(
      `${link}/${at}`,
      Object.fromEntries((readAreas()[at - 1]?.questions ?? []).map(({ id }) => [id, 'yes'])),
    )
  expect((await get(link)).headers.get('location')).toBe(`${link}/3`)
})

test('an action is ticked, and the tick taken back; a word nobody asked about is not kept', async () => {
  const link = await begin()
  await answerAll(link, 'no')
  const question = writtenRules()[0]?.id ?? ''
  await post(`${link}/actions`, { question, done: 'yes' })
  await post(`${link}/actions`, { question, done: 'yes' })
  await post(`${link}/actions`, { question: 'drop-table', done: 'yes' })
  const kept = () => there.owner.query('select question from shops.done_actions')
  expect((await kept()).rows).toEqual([{ question }])
  await post(`${link}/actions`, { question, done: 'no' })
  expect((await kept()).rows).toEqual([])
  const { rows } = await there.owner.query('select sum(actions)::int as n from shops.figures')
  expect(rows[0].n).toBe(0)
})

test('three months later it is measured again; meanwhile the plan stays, and then both are side by side', async () => {
  const link = await begin()
  await answerAll(link, 'no')
  await post(`${link}/rounds`)
  const rounds = async () =>
    (
      await there.owner.query(
        'select round, finished_at is not null as over from shops.rounds order by started_at',
      )
    ).rows
  expect(await rounds()).toEqual([{ round: 'first', over: true }])
  there.now = there.now.add({ hours: 24 * 91 })
  expect((await post(`${link}/rounds`)).headers.get('location')).toBe(`${link}/1`)
  const half = await (await get(link)).text()
  expect(half).toContain('Continuer les questions')
  expect(half).toContain('class="ticket entrepreneurship"')
  await answerAll(link, 'yes')
  expect(await rounds()).toEqual([
    { round: 'first', over: true },
    { round: 'month-3', over: true },
  ])
  const after = await (await get(link)).text()
  expect(after).not.toContain('class="ticket entrepreneurship"')
  const { rows } = await there.owner.query(
    'select sum(diagnosed)::int as diagnosed, sum(measured_again)::int as again from shops.figures',
  )
  expect(rows).toEqual([{ diagnosed: 1, again: 1 }])
})

test('who leaves a number gets the link, a reminder three months on, and nothing once it is taken away', async () => {
  const link = await begin()
  await answerAll(link, 'partly')
  expect((await post(`${link}/contact`, { contact: '06 39' })).status).toBe(422)
  expect((await post(`${link}/contact`, { contact: '06 12 34 56 78' })).status).toBe(303)
  const jobsNow = await sent()
  expect(jobsNow.map(({ kind }) => kind).sort()).toEqual(['shops.again', 'shops.link'])
  expect(jobsNow.find(({ kind }) => kind === 'shops.again')?.at).toBe('2027-03-01')
  const ref = Number(jobsNow[0]?.ref)
  const compose = composers(there.house)
  const told = (kind: 'shops.link' | 'shops.again', version: number) =>
    there.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, async (work) =>
      compose[kind]?.(work, ref, version),
    )
  expect(await told('shops.link', 0)).toMatchObject({ channel: 'sms', to: '+33612345678' })
  expect((await told('shops.link', 0))?.body).toContain(link)
  await post(`${link}/contact`, { contact: '' })
  expect(await told('shops.again', 1)).toBeNull()
})

test('a link that is forged, cut or empty opens nothing, whatever is asked of it', async () => {
  for (const token of ['rien', 'A'.repeat(22), '%00', "' or 1=1"]) {
    expect((await get(`/shop/${encodeURIComponent(token)}`)).status).toBe(404)
    for (const gesture of ['actions', 'rounds', 'contact', 'erasures', '1'])
      expect((await post(`/shop/${encodeURIComponent(token)}/${gesture}`)).status).toBe(404)
  }
})

test('erased, nothing of the shop is left but a number of shops', async () => {
  const link = await begin()
  await answerAll(link, 'no')
  await post(`${link}/actions`, { question: writtenRules()[0]?.id ?? '', done: 'yes' })
  expect((await post(`${link}/erasures`)).headers.get('location')).toBe('/shop/erased')
  expect((await get(link)).status).toBe(404)
  for (const table of ['shops', 'rounds', 'done_actions'])
    expect((await there.owner.query(`select 1 from shops.${table}`)).rows).toEqual([])
  const { rows } = await there.owner.query(
    'select sum(diagnosed)::int as diagnosed, sum(actions)::int as actions from shops.figures',
  )
  expect(rows).toEqual([{ diagnosed: 1, actions: 1 }])
})

test('two years after its last step a shop is forgotten; one that came back is not', async () => {
  const [old, young] = [await begin(), await begin()]
  await there.owner.query(
    "update shops.shops set last_step_at = now() - interval '25 months' where id = (select min(id) from shops.shops)",
  )
  there.now = Temporal.Now.instant()
  await jobs(there.house)['shops.forget']?.({}, {} as never)
  expect((await get(old)).status).toBe(404)
  expect((await get(`${young}/1`)).status).toBe(200)
})

test('eleven shops of a town are figures, ten are nobody’s business; a trade of two is not told beside them', async () => {
  for (let n = 0; n < 10; n += 1) await answerAll(await begin(), 'no')
  const figures = () => there.house.inWork(nadia(), readShopFigures)
  expect((await figures()).map(({ diagnosed }) => diagnosed)).toEqual([null])
  for (const sector of ['food', 'beauty', 'beauty']) await answerAll(await begin({ ...shop, sector }), 'yes')
  const told = await figures()
  expect(told[0]).toMatchObject({ town: 'Saint-Ouen-sur-Seine', sector: null, diagnosed: 13 })
  // Two hairdressers, told or taken from the whole, would be known.
  expect(
    told
      .filter(({ sector }) => sector !== null && sector !== undefined)
      .every(({ diagnosed }) => diagnosed === null),
  ).toBe(true)
})

test('another centre sees no shop of this one', async () => {
  await answerAll(await begin(), 'no')
  expect(await there.house.inWork(nadia(), (work) => readShops(work, 10))).toHaveLength(1)
  const roubaix = { ...nadia(), centre: world.centres.roubaix, member: world.members.rox }
  expect(await there.house.inWork(roubaix, (work) => readShops(work, 10))).toEqual([])
})
