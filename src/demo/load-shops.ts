import { type ShopsFixture, shops } from '#fixtures/shops.ts'
import type { centres } from '#fixtures/world.ts'
import {
  type Answer,
  answerSome,
  measureAgain,
  readMeasures,
  readRules,
  readShop,
  readShops,
  type Sector,
  sizes,
  startShop,
  townOfShop,
  writeDone,
} from '#modules/shops/index.ts'
import type { House } from '#platform/house.ts'
import type { Work } from '#platform/work/index.ts'

type Centre = (typeof centres)[number]

/** The first one asked so many days ago, the others every few days since. */
const [since, every] = [150, 2]

/** Shops around a centre, diagnosed over the last months; some did things since, some were measured again. Once. */
export async function loadShops(house: House, centre: Centre): Promise<void> {
  const ours = shops.filter(({ centre: slug }) => slug === centre.slug)
  let asked = 0
  for (const town of ours) {
    const where = await house.inWork({ kind: 'visitor' }, (work) => townOfShop(work, town.town))
    if (!where.ok) throw new Error(`the demo knows no town ${town.town}`)
    const resident = { kind: 'resident', centre: where.value.centre } as const
    if (
      asked === 0 &&
      (await house.inWork({ ...resident, kind: 'system' }, (work) => readShops(work, 1))).length
    )
      return
    for (const sector of tradesOf(town)) {
      asked += 1
      const at = house.now().subtract({ hours: 24 * Math.max(3, since - asked * every) })
      const number = asked
      await house.inWork(resident, async (work) => {
        const days = (count: number): Work => ({ ...work, now: at.add({ hours: 24 * count }) })
        const { shop: id } = await startShop(days(0), house.seal, {
          ...where.value,
          sector,
          size: sizes[number % 3] ?? 'alone',
          language: 'fr',
        })
        await answer(days(0), id, number)
        const elapsed = Math.floor(house.now().since(at).total('hours') / 24)
        if (elapsed > 12) await doSome(days(10), id, number)
        if (elapsed > 95 && number % 3 > 0) await again(days(91), id, number)
      })
    }
  }
}

const tradesOf = ({ trades }: ShopsFixture): Sector[] =>
  Object.entries(trades).flatMap(([trade, count]) => Array<Sector>(count).fill(trade as Sector))

/** What a shop answers, different from its neighbour’s; `better` the second time. */
const said: readonly Answer[] = ['yes', 'no', 'partly', 'no', 'yes', 'partly', 'no']
async function answer(work: Work, id: number, number: number, better = 0): Promise<void> {
  const [shop, measures, rules] = [
    await readShop(work, id),
    (await readMeasures(work, [id])).get(id),
    await readRules(work),
  ]
  const measure = measures?.at(-1)
  if (!shop || !measure) throw new Error('the demo’s shop is not there')
  const given = Object.fromEntries(
    rules.map((rule, at) => [
      rule.id,
      (at * 3 + number) % 5 < better ? 'yes' : (said[(at * (number + 2) + number) % said.length] ?? 'no'),
    ]),
  )
  const on = work.now.toZonedDateTimeISO('Europe/Paris').toPlainDate().toString()
  await answerSome(work, { shop, measure, given, rules, on })
}

async function doSome(work: Work, id: number, number: number): Promise<void> {
  const shop = await readShop(work, id)
  const rules = await readRules(work)
  for (const [at, { id: question }] of rules.entries())
    if (shop && (at + number) % 6 === 0)
      await writeDone(work, { shop: id, centre: shop.centre, question, isDone: true })
}

async function again(work: Work, id: number, number: number): Promise<void> {
  const shop = await readShop(work, id)
  if (!shop) return
  await measureAgain(work, shop, (await readMeasures(work, [id])).get(id) ?? [])
  await answer(work, id, number, 3)
}
