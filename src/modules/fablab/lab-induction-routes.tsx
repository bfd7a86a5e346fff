import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import type { FieldError } from '#ui/form.tsx'
import { authorise } from './authorise.ts'
import { authoriseShown, shownDays } from './authorise-shown.ts'
import { insertInduction, readOwnInductions, writeInduction } from './db/lab-inductions.ts'
import { readInductions } from './db/machines.ts'
import { readShownSessions } from './db/shown.ts'
import { inductionForm, isSlug, oneForm, shownForm, textsOf } from './domain/lab-induction-forms.ts'
import type { Induction } from './domain/vocabulary.ts'
import { answerLab, labRoles, memberOf, numberIn, saidRefusal } from './lab-frame.tsx'
import { type LabWord, labWords } from './lab-words.ts'
import { LabInductionEditor } from './pages/lab-induction-editor.tsx'
import { LabInductionsPage } from './pages/lab-inductions.tsx'
import { readEverybody } from './read-everybody.ts'
import type { Refusal } from './refusals.ts'
import { newTicket } from './ticket.ts'

/** What is shown to whom: after workshops, one to one, renewed; and what the centre teaches of its own. */
export function labInductionRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/fablab/inductions', '/fablab/inductions/*', '/fablab/authorisations'])
    app.use(path, withMember(house), requireMember(...labRoles.lab))
  const writers = requireMember(...labRoles.rules)

  const list = async (c: Ctx, typed: Typed = {}, errors: FieldError[] = [], status?: number) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => ({
      ...(await readEverybody(work, member.centre)),
      own: await readOwnInductions(work, member.centre),
      sessions: await readShownSessions(work, {
        centre: member.centre,
        since: work.now.subtract({ hours: 24 * shownDays }),
        language: c.var.lang,
      }),
    }))
    const t = labWords(c.var.lang)
    const count = c.req.query('validated')
    return answerLab(
      c,
      house,
      {
        title: t('in.title'),
        tab: '/fablab/inductions',
        ...(errors.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <LabInductionsPage
        lang={c.var.lang}
        {...read}
        now={house.now()}
        mayWrite={member.role === 'coordinator'}
        typed={typed}
        errors={errors}
        said={
          count
            ? t('in.validated', { count: Number(count) || 0 })
            : c.req.query('said') === 'saved'
              ? t('saved')
              : null
        }
      />,
    )
  }
  const refuseOn = (c: Ctx, refusal: Refusal, typed: Typed = {}) => {
    const { status, message } = saidRefusal(c, refusal)
    return list(c, typed, [{ message }], status)
  }
  app.get('/fablab/inductions', (c) => {
    const maker = c.req.query('maker') ?? ''
    return list(c, /^\d{1,15}$/.test(maker) ? { maker } : {})
  })
  app.get('/fablab/inductions/sessions/:id', (c) => c.redirect('/fablab/inductions', 302))
  app.get('/fablab/authorisations', (c) => c.redirect('/fablab/makers', 302))

  app.post('/fablab/inductions/sessions/:id', async (c) => {
    const form = await readForm(c, shownForm)
    if (!form.ok) return refuseOn(c, 'induction-unknown')
    const { induction, people } = form.value
    const validated = await house.inWork(memberOf(c), (work) =>
      authoriseShown(work, {
        centre: memberOf(c).centre,
        session: numberIn(c),
        induction,
        residents: people,
        ticket: () => newTicket(house.seal),
      }),
    )
    return validated.ok
      ? c.redirect(`/fablab/inductions?validated=${validated.value.count}`, 303)
      : refuseOn(c, validated.refusal)
  })
  app.post('/fablab/authorisations', async (c) => {
    const form = await readForm(c, oneForm)
    if (!form.ok)
      return list(c, form.typed, [{ field: 'maker', message: labWords(c.var.lang)('in.makerMissing') }])
    const { maker, induction } = form.value
    const given = await house.inWork(memberOf(c), (work) =>
      authorise(work, { makerId: maker, inductionId: induction }),
    )
    return given.ok ? c.redirect('/fablab/makers?said=renewed', 303) : refuseOn(c, given.refusal, form.typed)
  })

  const editor = (c: Ctx, id: number | null, typed: Typed, errors: FieldErrors = {}, status?: number) => {
    const t = labWords(c.var.lang)
    const found = Object.entries(errors).map(([field, word]) => ({ field, message: t(word as LabWord) }))
    return answerLab(
      c,
      house,
      {
        title: t('in.new'),
        tab: '/fablab/inductions',
        ...(found.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <LabInductionEditor lang={c.var.lang} id={id} typed={typed} errors={found} />,
    )
  }
  app.get('/fablab/inductions/new', writers, (c) => editor(c, null, {}))
  app.post('/fablab/inductions', writers, async (c) => {
    const form = await readForm(c, inductionForm)
    if (!form.ok) return editor(c, null, form.typed, form.errors)
    const { slug, validMonths, unusedMonths } = form.value
    if (!isSlug(slug)) return editor(c, null, form.typed, { slug: 'in.slugWrong' })
    const { centre } = memberOf(c)
    const written = await house.inWork(memberOf(c), (work) =>
      insertInduction(work, { centre, slug, validMonths, unusedMonths, texts: textsOf(form.value) }),
    )
    return written
      ? c.redirect('/fablab/inductions?said=saved', 303)
      : editor(c, null, form.typed, { slug: 'in.slugTaken' }, 409)
  })
  app.get('/fablab/inductions/:id{[0-9]+}', writers, async (c) => {
    const { centre } = memberOf(c)
    const found = await house.inWork(memberOf(c), async (work) =>
      (await readOwnInductions(work, centre)).has(numberIn(c))
        ? (await readInductions(work, centre)).find(({ id }) => id === numberIn(c))
        : undefined,
    )
    return found ? editor(c, found.id, typedOf(found)) : c.notFound()
  })
  app.post('/fablab/inductions/:id{[0-9]+}', writers, async (c) => {
    const form = await readForm(c, inductionForm)
    if (!form.ok) return editor(c, numberIn(c), form.typed, form.errors)
    const { validMonths, unusedMonths } = form.value
    const { centre } = memberOf(c)
    const written = await house.inWork(memberOf(c), (work) =>
      writeInduction(work, numberIn(c), { centre, validMonths, unusedMonths, texts: textsOf(form.value) }),
    )
    return written ? c.redirect('/fablab/inductions?said=saved', 303) : c.notFound()
  })
  return app
}

/** An induction as its form would have been typed. */
const typedOf = ({ texts, validMonths, unusedMonths }: Induction): Typed => ({
  titleFr: texts.fr?.title ?? '',
  titleEn: texts.en?.title ?? '',
  titleAr: texts.ar?.title ?? '',
  summaryFr: texts.fr?.summary ?? '',
  summaryEn: texts.en?.summary ?? '',
  summaryAr: texts.ar?.summary ?? '',
  validMonths: String(validMonths ?? ''),
  unusedMonths: String(unusedMonths ?? ''),
})
