import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { readTowns } from '#modules/network/index.ts'
import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { writeCsv } from '#platform/sheet/index.ts'
import type { Work } from '#platform/work/index.ts'
import { standFounder } from './change-founder.ts'
import { readClinicFigures } from './db/clinics.ts'
import { readFounder, readFounders } from './db/founders.ts'
import { readMilestones } from './db/milestones.ts'
import { milestoneForm, removalForm, standingForm } from './domain/forms.ts'
import type { Founder } from './domain/vocabulary.ts'
import { ClinicFigures } from './pages/clinic-figures.tsx'
import { ClinicsTodo } from './pages/clinic-team.tsx'
import { CohortsTodo } from './pages/cohorts-team.tsx'
import { FiguresPage } from './pages/figures.tsx'
import { FounderFile } from './pages/founder-file.tsx'
import { VenturesHome } from './pages/team-home.tsx'
import { readClinicsTodo } from './read-clinics.ts'
import { countToRead } from './read-cohorts.ts'
import { readFirmFigures } from './read-firm-figures.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { sayMilestone, takeBackMilestone } from './say-milestone.ts'
import { todayAt } from './today.ts'
import { words } from './words.ts'

/** The founders of a centre, one by one, and the figures of the territory. */
export function ventureTeamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  for (const path of ['/ventures', '/ventures/founders/*'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator'))
  for (const path of ['/ventures/figures', '/ventures/figures.csv'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator', 'network-manager'))

  app.get('/ventures', async (c) => {
    const member = memberOf(c)
    const { founders, clinics, toRead, zone } = await house.inWork(member, async (work) => ({
      founders: await readFounders(work),
      clinics: await readClinicsTodo(work, member.centre as number),
      toRead: await countToRead(work, member.centre as number),
      zone:
        (await readTowns(work)).find(({ centre }) => centre === member.centre)?.timeZone ?? 'Europe/Paris',
    }))
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('team'), under: '/ventures' },
      <VenturesHome lang={c.var.lang} founders={founders} zone={zone} now={house.now()}>
        <CohortsTodo lang={c.var.lang} count={toRead} />
        <ClinicsTodo lang={c.var.lang} {...clinics} />
      </VenturesHome>,
    )
  })

  app.get('/ventures/figures', async (c) => {
    const member = memberOf(c)
    const { firms, clinics } = await house.inWork(member, async (work) => ({
      firms: await readFirmFigures(work),
      clinics: await readClinicFigures(work),
    }))
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('figures'), under: '/ventures' },
      <FiguresPage lang={c.var.lang} firms={firms}>
        <ClinicFigures lang={c.var.lang} figures={clinics} />
      </FiguresPage>,
    )
  })
  app.get('/ventures/figures.csv', async (c) => {
    const firms = await house.inWork(memberOf(c), readFirmFigures)
    const t = words(c.var.lang)
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="entreprises.csv"')
    c.header('cache-control', 'no-store')
    return c.body(
      writeCsv(
        [t('townColumn'), t('sectorColumn'), t('firms'), t('jobsColumn')],
        firms.map((figure) => [
          figure.town,
          figure.sector ? t(`sector.${figure.sector}`) : t('all'),
          String(figure.firms ?? t('fewer')),
          String(figure.jobs ?? t('fewer')),
        ]),
      ),
    )
  })

  type Back = { typed: Typed; errors: FieldErrors; refused: Refusal | null }
  const show = async (c: Ctx, back: Back = { typed: {}, errors: {}, refused: null }) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const founder = await readFounder(work, Number(c.req.param('id')))
      return founder && { founder, reached: await readMilestones(work, founder.id) }
    })
    if (!read) return c.notFound()
    const { founder } = read
    const contact = openContact(house.seal, {
      phone_sealed: founder.phoneSealed,
      email_sealed: founder.emailSealed,
    })
    return answerTeam(
      c,
      house,
      member,
      {
        title: founder.name,
        under: '/ventures',
        ...(back.refused && { status: answerTo(back.refused).status, errors: back.refused === 'form' }),
      },
      <FounderFile
        lang={c.var.lang}
        {...read}
        contact={contact?.canonical ?? ''}
        now={house.now()}
        {...back}
      />,
    )
  }
  /** Does something with the founder of the address, then goes back to her file; shows it again when refused. */
  const acting = async (
    c: Ctx,
    act: (work: Work, founder: Founder) => Promise<Refusal | null>,
    back: Omit<Back, 'refused'> = { typed: {}, errors: {} },
  ) => {
    const done = await house.inWork(memberOf(c), async (work) => {
      const founder = await readFounder(work, Number(c.req.param('id')))
      return founder && { refused: await act(work, founder) }
    })
    if (!done) return c.notFound()
    return done.refused
      ? show(c, { ...back, refused: done.refused })
      : c.redirect(`/ventures/founders/${c.req.param('id')}`, 303)
  }

  const base = '/ventures/founders/:id{[0-9]{1,15}}'
  app.get(base, (c) => show(c))
  // An address a form was posted to, opened again: the file it belongs to.
  app.get(`${base}/:gesture`, (c) => c.redirect(`/ventures/founders/${c.req.param('id')}`, 302))
  app.post(`${base}/milestones`, async (c) => {
    const form = await readForm(c, milestoneForm)
    return acting(
      c,
      async (work, founder) => {
        if (!form.ok) return 'form'
        const said = await sayMilestone(work, founder, form.value, await todayAt(work, founder.centre))
        return said.ok ? null : said.refusal
      },
      { typed: form.typed, errors: form.ok ? {} : form.errors },
    )
  })
  app.post(`${base}/removals`, async (c) => {
    const form = await readForm(c, removalForm)
    return acting(c, async (work, founder) => {
      const removed = await takeBackMilestone(work, founder, form.ok ? form.value.milestone : 0)
      return removed.ok ? null : removed.refusal
    })
  })
  app.post(`${base}/standings`, async (c) => {
    const form = await readForm(c, standingForm)
    return acting(c, async (work, founder) => {
      if (!form.ok) return 'form'
      await standFounder(work, founder, form.value.status)
      return null
    })
  })
  return app
}
