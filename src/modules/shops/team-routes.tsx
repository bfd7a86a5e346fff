import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { writeCsv } from '#platform/sheet/index.ts'
import { readShopFigures } from './db/figures.ts'
import { readMeasures } from './db/measures.ts'
import { readShops } from './db/shops.ts'
import { ShopsPage } from './pages/team.tsx'
import { readRules } from './read-rules.ts'
import { dayOfRules } from './rule-history.ts'
import { ruleRoutes } from './rule-routes.tsx'
import { words } from './words.ts'

/** More shops than this are figures, not a list. */
const shown = 200

/** The shops of a centre, the figures of the territory, and the rules behind the plans. */
export function shopTeamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/ventures/shops', '/ventures/shops/*'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator', 'network-manager'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor

  app.get('/ventures/shops', async (c) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const shops = member.role === 'network-manager' ? [] : await readShops(work, shown)
      const measures = await readMeasures(
        work,
        shops.map(({ id }) => id),
      )
      return {
        shops: shops.map((shop) => ({ shop, measures: measures.get(shop.id) ?? [] })),
        figures: await readShopFigures(work),
        rules: await readRules(work),
      }
    })
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('team'), under: '/ventures' },
      <ShopsPage
        lang={c.var.lang}
        {...read}
        on={dayOfRules(house.now())}
        now={house.now()}
        mayChange={member.role === 'network-manager'}
      />,
    )
  })
  app.get('/ventures/shops/figures.csv', async (c) => {
    const figures = await house.inWork(memberOf(c), readShopFigures)
    const t = words(c.var.lang)
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="commerces.csv"')
    c.header('cache-control', 'no-store')
    return c.body(
      writeCsv(
        [t('town.column'), t('sector.column'), t('diagnosed'), t('measuredAgain'), t('actions')],
        figures.map(({ town, sector, ...numbers }) => [
          town,
          sector ? t(`sector.${sector}`) : t('all'),
          ...[numbers.diagnosed, numbers.measuredAgain, numbers.actions].map((count) =>
            String(count ?? t('fewer')),
          ),
        ]),
      ),
    )
  })
  app.route('/', ruleRoutes(house))
  return app
}
