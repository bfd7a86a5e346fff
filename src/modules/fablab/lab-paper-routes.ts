import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import { readTowns } from '#modules/network/index.ts'
import { type Bundle, PressBusy, renderPdf } from '#modules/print/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { composeDoor, composeLabels } from './compose-lab-paper.ts'
import { readOpenings } from './db/hours.ts'
import { readLabHere } from './db/lab.ts'
import { readHouseRules, readMachine, readMachines } from './db/machines.ts'
import { labRoles, memberOf, numberIn } from './lab-frame.tsx'

/** How far the sign of the door looks. */
const doorDays = 14

/** Paper of the lab: labels for machines, the sign of the door. */
export function labPaperRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/fablab/door', '/fablab/labels', '/fablab/machines/:id/label'])
    app.use(path, withMember(house), requireMember(...labRoles.lab))

  const print = async (c: Ctx, bundle: Bundle, name: string) => {
    try {
      const pdf = await renderPdf(bundle, { shared: true })
      c.header('cache-control', 'no-store')
      c.header('content-disposition', `inline; filename="${name}.pdf"`)
      return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' })
    } catch (error) {
      if (!(error instanceof PressBusy)) throw error
      c.header('retry-after', '10')
      return c.text('503', 503)
    }
  }
  const { publicUrl } = house.settings
  app.get('/fablab/labels', async (c) => {
    const machines = await house.inWork(memberOf(c), (work) =>
      readMachines(work, { centre: memberOf(c).centre }),
    )
    return machines.length === 0
      ? c.redirect('/fablab/machines', 302)
      : print(c, await composeLabels(c.var.lang, publicUrl, machines), 'fablab')
  })
  app.get('/fablab/machines/:id/label', async (c) => {
    const machine = await house.inWork(memberOf(c), (work) => readMachine(work, numberIn(c)))
    return machine?.centre === memberOf(c).centre
      ? print(c, await composeLabels(c.var.lang, publicUrl, [machine]), `machine-${machine.id}`)
      : c.notFound()
  })
  app.get('/fablab/door', async (c) => {
    const { centre } = memberOf(c)
    const lab = await house.inWork(memberOf(c), async (work) => ({
      ...(await readLabHere(work, centre)),
      town: (await readTowns(work)).find((town) => town.centre === centre)?.slug ?? null,
      rules: await readHouseRules(work, centre),
      openings: await readOpenings(work, {
        centre,
        from: work.now,
        to: work.now.add({ hours: 24 * doorDays }),
      }),
    }))
    return print(c, await composeDoor(c.var.lang, publicUrl, lab), 'fablab')
  })
  return app
}
