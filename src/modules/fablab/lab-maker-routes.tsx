import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import type { FieldError } from '#ui/form.tsx'
import { withdrawAuthorisation } from './authorise.ts'
import { readInductions } from './db/machines.ts'
import { readMaker } from './db/makers.ts'
import { oneForm } from './domain/lab-induction-forms.ts'
import { answerLab, labRoles, memberOf, saidRefusal } from './lab-frame.tsx'
import { labWords } from './lab-words.ts'
import { LabMakersPage, LabWithdrawSure, lookedFor } from './pages/lab-makers.tsx'
import { readEverybody } from './read-everybody.ts'
import type { Refusal } from './refusals.ts'

/** Who may use what, and how that is taken back. */
export function labMakerRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/fablab/makers', '/fablab/authorisations/*'])
    app.use(path, withMember(house), requireMember(...labRoles.lab))
  app.get('/fablab/authorisations/withdrawal', (c) => c.redirect('/fablab/makers', 302))

  const makers = async (c: Ctx, errors: FieldError[] = [], status?: number) => {
    const member = memberOf(c)
    const read = await house.inWork(member, (work) => readEverybody(work, member.centre))
    const t = labWords(c.var.lang)
    const said = {
      renewed: t('mk.renewed'),
      withdrawn: t('mk.withdrawn', { count: Number(c.req.query('cancelled')) || 0 }),
    }[c.req.query('said') ?? '']
    return answerLab(
      c,
      house,
      {
        title: t('mk.title'),
        tab: '/fablab/makers',
        ...(errors.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <LabMakersPage
        lang={c.var.lang}
        {...read}
        now={house.now()}
        only={lookedFor.find((one) => one === c.req.query('standing')) ?? null}
        errors={errors}
        said={said ?? null}
      />,
    )
  }
  app.get('/fablab/makers', (c) => makers(c))
  app.post('/fablab/authorisations/withdrawal', async (c) => {
    const form = await readForm(c, oneForm)
    const refused = (refusal: Refusal) => {
      const { status, message } = saidRefusal(c, refusal)
      return makers(c, [{ message }], status)
    }
    if (!form.ok) return refused('authorisation-unknown')
    const { maker: makerId, induction: inductionId, sure } = form.value
    if (sure !== 'yes') {
      const read = await house.inWork(memberOf(c), async (work) => ({
        maker: await readMaker(work, makerId),
        induction: (await readInductions(work, memberOf(c).centre)).find(({ id }) => id === inductionId),
      }))
      if (!read.maker || !read.induction) return refused('authorisation-unknown')
      const { maker, induction } = read
      return answerLab(
        c,
        house,
        { title: labWords(c.var.lang)('mk.title'), tab: '/fablab/makers' },
        <LabWithdrawSure lang={c.var.lang} maker={maker} induction={induction} />,
      )
    }
    const taken = await house.inWork(memberOf(c), (work) =>
      withdrawAuthorisation(work, { makerId, inductionId }),
    )
    return taken.ok
      ? c.redirect(`/fablab/makers?said=withdrawn&cancelled=${taken.value.cancelled}`, 303)
      : refused(taken.refusal)
  })
  return app
}
