import { Hono } from 'hono'
import { z } from 'zod'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import type { FieldError } from '#ui/form.tsx'
import { decideBreakdown, readBreakdowns } from './db/breakdowns.ts'
import { readMachines } from './db/machines.ts'
import { writeUpkeepDone, writeUpkeepStopped } from './db/upkeep.ts'
import { answerLab, labRoles, memberOf, numberIn } from './lab-frame.tsx'
import { labWords } from './lab-words.ts'
import { LabUpkeepPage } from './pages/lab-upkeep.tsx'
import { readUpkeep } from './read-upkeep.ts'

/** What was seen wrong, and what is to be looked after, over all machines. */
export function labUpkeepRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/fablab/upkeep', '/fablab/upkeep/*', '/fablab/breakdowns/*'])
    app.use(path, withMember(house), requireMember(...labRoles.lab))

  const list = async (c: Ctx, errors: FieldError[] = [], status?: number) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => ({
      machines: await readMachines(work, { centre: member.centre }),
      breakdowns: await readBreakdowns(work),
      plans: await readUpkeep(work, member.centre),
    }))
    return answerLab(
      c,
      house,
      {
        title: labWords(c.var.lang)('up.title'),
        tab: '/fablab/upkeep',
        ...(errors.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <LabUpkeepPage lang={c.var.lang} {...read} errors={errors} said={c.req.query('said') === 'saved'} />,
    )
  }
  const unknown = (c: Ctx) => list(c, [{ message: labWords(c.var.lang)('up.unknown') }], 404)
  app.get('/fablab/upkeep', (c) => list(c))
  for (const path of ['/fablab/upkeep/:id', '/fablab/breakdowns/:id'])
    app.get(path, (c) => c.redirect('/fablab/upkeep', 302))
  app.post('/fablab/breakdowns/:id', async (c) => {
    const { member } = memberOf(c)
    const decided = await house.inWork(memberOf(c), (work) =>
      decideBreakdown(work, { id: numberIn(c), member, status: 'dismissed' }),
    )
    return decided ? c.redirect('/fablab/upkeep?said=saved', 303) : unknown(c)
  })
  app.post('/fablab/upkeep/:id', async (c) => {
    const form = await readForm(c, z.object({ do: z.enum(['done', 'stop']) }))
    const { member } = memberOf(c)
    const written =
      form.ok &&
      (await house.inWork(memberOf(c), (work) =>
        form.value.do === 'done'
          ? writeUpkeepDone(work, numberIn(c), member)
          : writeUpkeepStopped(work, numberIn(c)),
      ))
    return written ? c.redirect('/fablab/upkeep?said=saved', 303) : unknown(c)
  })

  return app
}
