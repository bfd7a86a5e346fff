import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { writeCsv } from '#platform/sheet/index.ts'
import { changeRule, previewRule } from './change-rule.ts'
import { readShopFigures } from './db/figures.ts'
import { readChanges, readHistory } from './db/rule-changes.ts'
import { readMeasures, readShops } from './db/shops.ts'
import { ruleForm } from './domain/forms.ts'
import type { RuleChange } from './domain/rule.ts'
import { RulePage, RulesPage } from './pages/rules.tsx'
import { ShopsPage } from './pages/team.tsx'
import { readRules } from './read-rules.ts'
import { words } from './words.ts'

/** More shops than this are figures, not a list. */
const shown = 200

/** The shops of a centre, the figures of the territory, and the rules behind the plans. */
export function shopTeamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/ventures/shops', '/ventures/shops/*'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator', 'network-manager'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const today = () => house.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString()

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
        on={today()}
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

  app.get('/ventures/shops/rules', async (c) => {
    const member = memberOf(c)
    const { rules, changed } = await house.inWork(member, async (work) => ({
      rules: await readRules(work),
      changed: new Set((await readChanges(work)).keys()),
    }))
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('rules'), under: '/ventures' },
      <RulesPage lang={c.var.lang} rules={rules} changed={changed} />,
    )
  })

  const show = async (
    c: Ctx,
    {
      typed = {},
      errors = {},
      change,
    }: { typed?: Typed; errors?: FieldErrors; change?: RuleChange | null } = {},
  ) => {
    const member = memberOf(c)
    const id = c.req.param('id') ?? ''
    const read = await house.inWork(member, async (work) => {
      const rule = (await readRules(work)).find((one) => one.id === id)
      return (
        rule && {
          rule,
          history: await readHistory(work, id),
          preview: change === undefined ? null : await previewRule(work, { question: id, change }, today()),
        }
      )
    })
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      member,
      {
        title: words(c.var.lang)('rule'),
        under: '/ventures',
        ...(Object.keys(errors).length > 0 && { errors: true }),
      },
      <RulePage
        lang={c.var.lang}
        {...read}
        mayChange={member.role === 'network-manager'}
        said={c.req.query('said') === 'saved'}
        typed={typed}
        errors={errors}
        now={house.now()}
      />,
    )
  }
  app.get('/ventures/shops/rules/:id{[a-z0-9-]+}', (c) => show(c))
  app.post('/ventures/shops/rules/:id{[a-z0-9-]+}', requireMember('network-manager'), async (c) => {
    const form = await readForm(c, ruleForm)
    if (!form.ok) return show(c, { typed: form.typed, errors: form.errors })
    const { gesture, ...wished } = form.value
    const change = gesture === 'back' ? null : wished
    if (gesture === 'preview') return show(c, { typed: form.typed, change })
    const question = c.req.param('id')
    const changed = await house.inWork(memberOf(c), (work) => changeRule(work, { question, change }))
    return changed.ok ? c.redirect(`/ventures/shops/rules/${question}?said=saved`, 303) : c.notFound()
  })
  return app
}
