import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { readHomes, readKits } from './db/kit.ts'
import { kitForm } from './domain/kit-form.ts'
import { addKit, offerKit } from './kit.ts'
import { kitWords } from './kit-words.ts'
import { KitsPage } from './pages/kits.tsx'

const offerForm = z.object({ offered: z.preprocess((value) => value === 'yes', z.boolean()) })

/** The kits and vehicles of a centre, for its coordinators. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/plan/kits', '/plan/kits/*'])
    app.use(path, withMember(house), requireMember('coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Context) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)

  const show = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const member = memberOf(c)
    const { lang } = c.var
    const centre = member.centre as number
    const read = await house.inWork(member, async (work) => ({
      kits: await readKits(work, centre),
      homes: await readHomes(work, centre),
    }))
    const said = (['added', 'saved'] as const).find((word) => word === c.req.query('said'))
    return answerTeam(
      c,
      house,
      member,
      {
        title: kitWords(lang)('title'),
        under: '/plan/stops',
        ...(Object.keys(errors).length > 0 && { errors: true }),
      },
      <KitsPage
        {...read}
        lang={lang}
        said={said ? kitWords(lang)(`said.${said}`) : null}
        typed={typed}
        errors={errors}
      />,
    )
  }
  app.get('/plan/kits', (c) => show(c))

  app.post('/plan/kits', async (c) => {
    const form = await readForm(c, kitForm)
    if (!form.ok) return show(c, form.typed, form.errors)
    const added = await house.inWork(memberOf(c), (work) => addKit(work, form.value))
    if (added.ok) return c.redirect('/plan/kits?said=added', 303)
    return show(c, form.typed, { [added.refusal === 'name-taken' ? 'name' : 'place']: added.refusal })
  })

  app.post('/plan/kits/:id/offer', async (c) => {
    const form = await readForm(c, offerForm)
    const active = form.ok && form.value.offered
    const offered = await house.inWork(memberOf(c), (work) => offerKit(work, { kit: idOf(c), active }))
    return offered.ok ? c.redirect('/plan/kits?said=saved', 303) : c.notFound()
  })
  return app
}
