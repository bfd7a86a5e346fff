import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { done, refuse } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { readOpenings } from './db/hours.ts'
import { insertPresence } from './db/presences.ts'
import { comingForm } from './domain/maker-forms.ts'
import { numberIn } from './lab-frame.tsx'
import { noIndex } from './makers-frame.tsx'
import { makersWords } from './makers-words.ts'
import { PresencePage } from './pages/presence.tsx'

const visitor = { kind: 'visitor' } as const
/** Minutes before and after an opening during which one may still say that one is there; the guard has the same. */
const around = { minutes: 30 }

/** Signing in at an open lab, from the paper on its wall: heads are counted, nobody is named. */
export function presenceRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const show = async (c: Ctx, said: 'counted' | 'full' | null, status?: number) => {
    const read = await house.inWork(visitor, async (work) => {
      const [opening] = await readOpenings(work, { id: numberIn(c) })
      const town = opening && (await readTowns(work)).find(({ centre }) => centre === opening.centre)
      return opening && { opening, zone: town?.timeZone ?? 'Europe/Paris' }
    })
    if (!read) return c.notFound()
    const { startsAt, endsAt } = read.opening
    const open =
      Temporal.Instant.compare(startsAt.subtract(around), house.now()) <= 0 &&
      Temporal.Instant.compare(house.now(), endsAt.add(around)) <= 0
    return answerPage(
      c,
      house,
      {
        title: makersWords(c.var.lang)('presenceTitle'),
        width: 'narrow',
        theme: 'training',
        head: noIndex,
        ...(status && { status }),
      },
      <PresencePage lang={c.var.lang} {...read} open={open} said={said} />,
    )
  }
  app.get('/openings/:id{[0-9]+}/presences', (c) =>
    show(c, c.req.query('said') === 'counted' ? 'counted' : null),
  )
  app.post('/openings/:id{[0-9]+}/presences', async (c) => {
    const form = await readForm(c, comingForm)
    const counted = await house.inWork(visitor, async (work) => {
      const [opening] = await readOpenings(work, { id: numberIn(c) })
      if (!opening) return refuse({ refusal: 'opening-unknown' })
      const noted = await insertPresence(work, {
        centre: opening.centre,
        opening: opening.id,
        people: form.ok ? form.value.people : 1,
        machineKind: null,
      })
      return noted ? done(null) : refuse({ refusal: 'full' })
    })
    if (counted.ok) return c.redirect(`/openings/${numberIn(c)}/presences?said=counted`, 303)
    return counted.refusal === 'full' ? show(c, 'full', 409) : c.notFound()
  })
  return app
}
