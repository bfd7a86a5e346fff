import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadCommunes } from '#modules/discovery/index.ts'
import type { Env } from '#platform/http/env.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor, MemberRole } from '#platform/work/index.ts'
import { changeRule, previewRule } from './change-rule.ts'
import { readAskedPlans } from './db/plans.ts'
import { changeableOf, type RuleChange } from './domain/rule.ts'
import type { Answers, Sector } from './domain/vocabulary.ts'
import { plansChanged } from './plans-changed.ts'
import { sheetOfPlans } from './plans-sheet.ts'
import { readRules, writtenRules } from './read-rules.ts'
import { readShopView } from './read-shop.ts'
import { plansMovedBy, readRuleHistory } from './rule-history.ts'
import { answerSome } from './shop-answer.ts'
import { shopPlanRoutes } from './shop-plan-routes.tsx'
import { startShop } from './shop-start.ts'

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
    'delete from shops.shops; delete from shops.figures; delete from shops.rule_changes',
  )
})

const member = (role: MemberRole, id: number, centre: number | null): Actor => ({
  kind: 'member',
  member: id,
  role,
  centre,
  name: role,
})
const claire = () => member('network-manager', world.members.claire, null)
const nadia = () => member('coordinator', world.members.nadia, world.centres.saintOuen)
const rox = () => member('coordinator', world.members.rox, world.centres.roubaix)

/** A shop that answered « yes » to all but what is said. Its link. */
async function shop(
  no: Answers,
  { centre = world.centres.saintOuen, sector = 'food' }: { centre?: number; sector?: Sector } = {},
): Promise<string> {
  return there.house.inWork({ kind: 'resident', centre }, async (work) => {
    const { token } = await startShop(work, there.house.seal, {
      centre,
      inseeCode: '93070',
      town: 'Saint-Ouen-sur-Seine',
      sector,
      size: 'alone',
      language: 'fr',
    })
    const view = await readShopView(work, token)
    const measure = view?.measures[0]
    if (!view || !measure) throw new Error('the shop did not begin')
    const given = { ...Object.fromEntries(view.rules.map(({ id }) => [id, 'yes' as const])), ...no }
    await answerSome(work, { shop: view.shop, measure, given, rules: view.rules, on: view.on })
    return token
  })
}

const question = 'issue-invoices'
const file = () => {
  const rule = writtenRules().find(({ id }) => id === question)
  if (!rule) throw new Error('no such rule')
  return changeableOf(rule)
}
const later = (): RuleChange => ({ ...file(), deadline: '2031-01-01' })
const preview = (who: Actor = claire(), change = later()) =>
  there.house.inWork(who, (work) => previewRule(work, { question, change }, '2026-12-01'))
const save = (change: RuleChange, who: Actor = claire()) =>
  there.house.inWork(who, (work) => changeRule(work, { question, change }))
const historyOf = (who: Actor = claire()) =>
  there.house.inWork(who, (work) => readRuleHistory(work, { id: question }))
const movedBy = (who: Actor, change: Awaited<ReturnType<typeof historyOf>>[number]) =>
  there.house.inWork(who, (work) => plansMovedBy(work, question, change))

test('before a rule is saved, the network manager reads which plans move and how; saved, the same plans are in its history', async () => {
  await shop({ [question]: 'no', 'opening-hours': 'no' })
  await shop({ 'opening-hours': 'no' })
  const seen = await preview()
  expect(seen).toMatchObject({
    of: 2,
    plans: [
      {
        code: expect.stringMatching(/^[2-9A-Z]{6}$/),
        changes: [
          { question: 'opening-hours', moves: [{ what: 'place', from: 2, to: 1 }] },
          { question, moves: [{ what: 'place', from: 1, to: 2 }, { what: 'deadline' }] },
        ],
      },
    ],
  })
  expect((await there.owner.query('select 1 from shops.rule_changes')).rows).toEqual([])
  expect((await save(later())).ok).toBe(true)
  expect((await preview()).plans).toEqual([])
  const [change] = await historyOf()
  if (!change) throw new Error('nothing was kept')
  expect(change).toMatchObject({ before: file(), after: later(), isBack: false })
  there.now = there.now.add({ hours: 24 * 400 })
  expect(await movedBy(claire(), change)).toEqual(seen)
})

test('a rule saved twice is changed once; saved as its file says, it goes back to it', async () => {
  await save(later())
  await save(later())
  expect(await historyOf()).toHaveLength(1)
  await save(file())
  await save(file())
  expect((await historyOf()).map(({ isBack }) => isBack)).toEqual([true, false])
  const rule = (await there.house.inWork(claire(), readRules)).find(({ id }) => id === question)
  expect(rule && changeableOf(rule)).toEqual(file())
})

test('a coordinator reads the plans of her own centre, with their town; a neighbour reads none of them, and neither changes a rule', async () => {
  await shop({ [question]: 'no' })
  await save(later())
  const [change] = await historyOf(nadia())
  if (!change) throw new Error('nothing was kept')
  expect(await movedBy(nadia(), change)).toMatchObject({
    of: 1,
    plans: [{ town: 'Saint-Ouen-sur-Seine', crowd: { sector: 'food', from: '2026-12', to: '2026-12' } }],
  })
  expect(await movedBy(rox(), change)).toMatchObject({ of: 0, plans: [] })
  await expect(save(file(), nadia())).rejects.toThrow(/row-level security/)
})

test('who sees the whole network reads no town, and a trade or a month only where eleven shops share it', async () => {
  await shop({ [question]: 'no' }, { sector: 'care' })
  const alone = await preview()
  expect(alone.plans[0]).toMatchObject({ town: null, crowd: null })
  for (let n = 0; n < 11; n += 1) await shop({ [question]: 'no' })
  for (let n = 0; n < 10; n += 1) await shop({ [question]: 'no' }, { sector: 'beauty' })
  const crowds = Map.groupBy((await preview()).plans, ({ town, crowd }) => `${town} ${crowd?.sector}`)
  // The one nurse is among the hairdressers: alone, she would be known.
  expect([...crowds].map(([who, plans]) => [who, plans.length]).sort()).toEqual([
    ['null food', 11],
    ['null null', 11],
  ])
})

test('a number of a plan opens nothing, and is another one on another rule and for the centre', async () => {
  const token = await shop({ [question]: 'no', 'receive-invoices': 'no' })
  const code = (await preview()).plans[0]?.code ?? ''
  const other = await there.house.inWork(claire(), (work) =>
    readAskedPlans(work, 'receive-invoices', work.now),
  )
  const own = await there.house.inWork(nadia(), (work) => readAskedPlans(work, question, work.now))
  expect(new Set([code, other[0]?.code, own[0]?.code]).size).toBe(3)
  expect(token).not.toContain(code)
  const app = new Hono<Env>()
    .use((c, next) => {
      c.set('lang', 'fr')
      return next()
    })
    .route('/', shopPlanRoutes(there.house))
  expect((await app.request(`http://localhost/shop/${code}`)).status).toBe(404)
  expect((await app.request(`http://localhost/shop/${token}`)).status).toBe(200)
})

test('nobody but staff is answered, and answers to other questions never leave with a plan the rule cannot move', async () => {
  await shop({ [question]: 'no' })
  await shop({ 'opening-hours': 'no' })
  const asked = (who: Actor) => there.house.inWork(who, (work) => readAskedPlans(work, question, work.now))
  expect((await asked(claire())).map(({ answers }) => answers !== null).sort()).toEqual([false, true])
  const centre = world.centres.saintOuen
  for (const who of [
    { kind: 'visitor' },
    { kind: 'resident', centre },
    { kind: 'system', centre },
    member('receptionist', world.members.nadia, centre),
    member('partner', world.members.nadia, centre),
  ] satisfies Actor[])
    expect(await asked(who)).toEqual([])
})

test('a shop measured after a change is not in it, and one that is erased leaves it', async () => {
  await save(later())
  const [change] = await historyOf()
  if (!change) throw new Error('nothing was kept')
  there.now = there.now.add({ hours: 1 })
  await shop({ [question]: 'no' })
  expect(await movedBy(claire(), change)).toMatchObject({ of: 0, plans: [] })
  await save(file())
  const [back] = await historyOf()
  expect((back && (await movedBy(claire(), back)))?.plans).toHaveLength(1)
  await there.owner.query('delete from shops.shops')
  expect((back && (await movedBy(claire(), back)))?.plans).toHaveLength(0)
})

test('the file has a line for each plan, as the page tells them', async () => {
  for (let n = 0; n < 3; n += 1) await shop({ [question]: 'no', 'opening-hours': 'no' })
  const [of, csv] = await there.house.inWork(nadia(), async (work) => {
    const rules = await readRules(work)
    const after = rules.map((rule) =>
      rule.id === question ? { ...rule, action: { ...rule.action, deadline: '2031-01-01' } } : rule,
    )
    const moved = await plansChanged(work, { question, before: rules, after, on: '2026-12-01', at: work.now })
    return [moved.plans.length, sheetOfPlans('fr', moved)]
  })
  const lines = csv.trim().split('\r\n')
  expect(lines).toHaveLength(of + 1)
  expect(lines[1]).toMatch(/Saint-Ouen-sur-Seine;Alimentation;2026-12;2026-12;1;2;/)
  expect(lines[1]).toContain('descend de la 1re à la 2e place')
})
