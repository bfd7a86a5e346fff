import { Hono } from 'hono'
import { answerTeam, requireMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { changeRule, previewRule } from './change-rule.ts'
import { readChanges } from './db/rule-changes.ts'
import { ruleForm } from './domain/forms.ts'
import { changeableOf, type Rule, type RuleChange } from './domain/rule.ts'
import { RulePage } from './pages/rule.tsx'
import { RuleChangePage } from './pages/rule-change.tsx'
import { RulesPage } from './pages/rules.tsx'
import type { PlansChanged } from './plans-changed.ts'
import { sheetOfPlans } from './plans-sheet.ts'
import { readRules, writtenRules } from './read-rules.ts'
import { dayOfRules, plansMovedBy, readRuleHistory } from './rule-history.ts'
import { words } from './words.ts'

const here = '/ventures/shops/rules'
const one = `${here}/:id{[a-z0-9-]+}`

/** The rules behind the plans: read by all who help, changed by the network manager, who sees first which plans move. */
export function ruleRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Ctx) => c.req.param('id') ?? ''

  app.get(here, async (c) => {
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

  type Shown = { typed?: Typed; errors?: FieldErrors; change?: RuleChange }
  const show = async (c: Ctx, { typed = {}, errors = {}, change }: Shown = {}) => {
    const member = memberOf(c)
    const id = idOf(c)
    const read = await house.inWork(member, async (work) => {
      const rules = await readRules(work)
      const rule = rules.find((rule) => rule.id === id)
      if (!rule) return null
      const preview = change && {
        moved: await previewRule(work, { question: id, change }, dayOfRules(work.now)),
        csv: `${here}/${id}/plans.csv?${queryOf(change)}`,
      }
      return { rule, rules, history: await readRuleHistory(work, rule), preview: preview ?? null }
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
      />,
    )
  }
  app.get(one, (c) => show(c))
  app.post(one, requireMember('network-manager'), async (c) => {
    const form = await readForm(c, ruleForm)
    if (!form.ok) return show(c, { typed: form.typed, errors: form.errors })
    const { gesture, ...change } = form.value
    const question = idOf(c)
    if (gesture === 'back') {
      const file = writtenRules().find(({ id }) => id === question)
      return file ? show(c, { typed: typedOf(changeableOf(file)), change: changeableOf(file) }) : c.notFound()
    }
    if (gesture === 'preview') return show(c, { typed: form.typed, change })
    const changed = await house.inWork(memberOf(c), (work) => changeRule(work, { question, change }))
    return changed.ok ? c.redirect(`${here}/${question}?said=saved`, 303) : c.notFound()
  })

  const sheet = (c: Ctx, moved: PlansChanged) => {
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="plans-${moved.question}.csv"`)
    c.header('cache-control', 'no-store')
    return c.body(sheetOfPlans(c.var.lang, moved))
  }
  app.get(`${one}/plans.csv`, requireMember('network-manager'), async (c) => {
    const question = idOf(c)
    const wished = check(ruleForm, c.req.query())
    if (!wished.ok || !writtenRules().some(({ id }) => id === question)) return c.notFound()
    const { gesture: _, ...change } = wished.value
    return sheet(
      c,
      await house.inWork(memberOf(c), (work) =>
        previewRule(work, { question, change }, dayOfRules(work.now)),
      ),
    )
  })

  const past = (c: Ctx) =>
    house.inWork(memberOf(c), async (work: Work) => {
      const rules = await readRules(work)
      const rule: Rule | undefined = rules.find(({ id }) => id === idOf(c))
      const number = Number(c.req.param('number'))
      const change = rule && (await readRuleHistory(work, rule)).find((change) => change.number === number)
      return rule && change && { rule, rules, change, moved: await plansMovedBy(work, rule.id, change) }
    })
  const change = `${one}/changes/:number{[0-9]{1,9}}`
  app.get(change, async (c) => {
    const read = await past(c)
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      memberOf(c),
      { title: words(c.var.lang)('plansTitle'), under: '/ventures' },
      <RuleChangePage
        lang={c.var.lang}
        {...read}
        csv={`${here}/${read.rule.id}/changes/${read.change.number}/plans.csv`}
      />,
    )
  })
  app.get(`${change}/plans.csv`, async (c) => {
    const read = await past(c)
    return read ? sheet(c, read.moved) : c.notFound()
  })
  return app
}

/** A change as the form writes it. */
const typedOf = ({ confirm, ...rest }: RuleChange): Typed => ({
  ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value ?? '')])),
  confirm: confirm ? 'yes' : '',
  gesture: 'preview',
})

const queryOf = (change: RuleChange): string =>
  new URLSearchParams(typedOf(change) as Record<string, string>).toString()
