import { Hono } from 'hono'
import { centreOfFounder, type Founder, readFounderByLink, touchFounder } from '#modules/ventures/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { changeProfile, pauseMentor } from './change-mentor.ts'
import { type Mentor, readCentreOfLink, readMentorByLink, readMentors } from './db/mentors.ts'
import { deleteAsk, insertAsk, readAsks } from './db/wanting.ts'
import { asksForm, profileForm } from './domain/forms.ts'
import { eraseMentor } from './erase-mentor.ts'
import { addGestures, type Holder, keepPrivate } from './gestures.ts'
import { FounderMentorPage } from './pages/founder.tsx'
import { MentorPage } from './pages/mentor.tsx'
import { LastWord } from './pages/offer.tsx'
import { readForFounder, readForMentor } from './read-seen.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { words } from './words.ts'

type Back = { typed: Typed; errors: FieldErrors }
const nothing: Back = { typed: {}, errors: {} }

/** The page of a mentor and a founder’s page about her mentor, each behind its link. */
export function linkRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const noindex = <meta name="robots" content="noindex" />
  const tokenOf = (c: Ctx) => c.req.param('token') ?? ''
  const unknown = (c: Ctx) => {
    const title = words(c.var.lang)('linkUnknown')
    return answerPage(
      c,
      house,
      { title, width: 'narrow', status: 404 },
      <LastWord lang={c.var.lang} title="linkUnknown" said="linkUnknownSaid" />,
    )
  }
  const page = (c: Ctx, title: string, refused: Refusal | null) => {
    keepPrivate(c)
    return {
      title,
      width: 'narrow' as const,
      head: noindex,
      errors: refused === 'form',
      ...(refused && { status: answerTo(refused).status }),
    }
  }

  const mentorCentre = async (token: string): Promise<number | null> =>
    /^[A-Za-z0-9_-]{22}$/.test(token)
      ? house.inWork({ kind: 'visitor' }, (work) => readCentreOfLink(work, hashOf(token)))
      : null

  /** Reads or does something as the mentor a link opens; null when it opens nobody's. */
  const asMentor = async <T,>(
    token: string,
    act: (work: Work, mentor: Mentor) => Promise<T>,
  ): Promise<T | null> => {
    const centre = await mentorCentre(token)
    if (centre === null) return null
    return house.inWork({ kind: 'resident', centre }, async (work) => {
      const mentor = await readMentorByLink(work, hashOf(token))
      return mentor && act(work, mentor)
    })
  }
  const showMentor = async (c: Ctx, refused: Refusal | null = null, back: Back = nothing) => {
    const seen = await asMentor(tokenOf(c), (work, mentor) => readForMentor(work, mentor, c.var.lang))
    if (!seen) return unknown(c)
    return answerPage(
      c,
      house,
      page(c, words(c.var.lang)('mine'), refused),
      <MentorPage
        lang={c.var.lang}
        address={`/mentors/me/${tokenOf(c)}`}
        {...seen}
        {...back}
        refused={refused}
      />,
    )
  }
  /** Does something as the mentor, then goes `to`; shows her page again when refused. */
  const actAsMentor = async (
    c: Ctx,
    act: (work: Work, mentor: Mentor) => Promise<Refusal | null>,
    { back = nothing, to = `/mentors/me/${tokenOf(c)}` }: { back?: Back; to?: string } = {},
  ): Promise<Response> => {
    const done = await asMentor(tokenOf(c), async (work, mentor) => ({ refused: await act(work, mentor) }))
    if (!done) return unknown(c)
    return done.refused ? showMentor(c, done.refused, back) : c.redirect(to, 303)
  }

  const mentorBase = '/mentors/me/:token'
  app.get(mentorBase, (c) => showMentor(c))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get(`${mentorBase}/:gesture`, (c) => c.redirect(`/mentors/me/${encodeURIComponent(tokenOf(c))}`, 302))
  app.post(`${mentorBase}/profile`, async (c) => {
    const form = await readForm(c, profileForm)
    const back = { typed: form.typed, errors: form.ok ? {} : form.errors }
    return actAsMentor(
      c,
      async (work, mentor) => {
        if (!form.ok) return 'form'
        const changed = await changeProfile(work, mentor, form.value)
        return changed.ok ? null : changed.refusal
      },
      { back },
    )
  })
  app.post(`${mentorBase}/pauses`, (c) =>
    actAsMentor(c, async (work, mentor) => {
      const paused = await pauseMentor(work, mentor)
      return paused.ok ? null : paused.refusal
    }),
  )
  app.post(`${mentorBase}/erasures`, (c) =>
    actAsMentor(
      c,
      async (work, mentor) => {
        await eraseMentor(work, mentor)
        return null
      },
      { to: '/mentors/erased' },
    ),
  )
  const mentorHolder = (mentor: Mentor): Holder => ({ side: 'mentor', id: mentor.id, centre: mentor.centre })
  addGestures(app, mentorBase, {
    holding: (c, act, back) =>
      actAsMentor(c, (work, mentor) => act(work, mentorHolder(mentor)), { back: back ?? nothing }),
    mayRank: async (work) => new Set((await readAsks(work)).keys()),
  })

  const asFounder = async <T,>(
    token: string,
    act: (work: Work, founder: Founder) => Promise<T>,
  ): Promise<T | null> => {
    const centre = await centreOfFounder(house, token)
    if (centre === null) return null
    return house.inWork({ kind: 'resident', centre }, async (work) => {
      const founder = await readFounderByLink(work, hashOf(token))
      return founder && act(work, founder)
    })
  }
  const showFounder = async (c: Ctx, refused: Refusal | null = null, back: Back = nothing) => {
    const seen = await asFounder(tokenOf(c), (work, founder) => readForFounder(work, founder, c.var.lang))
    if (!seen) return unknown(c)
    return answerPage(
      c,
      house,
      page(c, words(c.var.lang)('forTitle'), refused),
      <FounderMentorPage
        lang={c.var.lang}
        address={`/mentors/for/${tokenOf(c)}`}
        mine={`/founders/me/${tokenOf(c)}`}
        {...seen}
        {...back}
        refused={refused}
      />,
    )
  }
  const actAsFounder = async (
    c: Ctx,
    act: (work: Work, founder: Founder) => Promise<Refusal | null>,
    back: Back = nothing,
  ): Promise<Response> => {
    const done = await asFounder(tokenOf(c), async (work, founder) => {
      const refused = await act(work, founder)
      if (!refused) await touchFounder(work, founder.id)
      return { refused }
    })
    if (!done) return unknown(c)
    return done.refused ? showFounder(c, done.refused, back) : c.redirect(`/mentors/for/${tokenOf(c)}`, 303)
  }

  const founderBase = '/mentors/for/:token'
  app.get(founderBase, (c) => showFounder(c))
  app.get(`${founderBase}/:gesture`, (c) => c.redirect(`/mentors/for/${encodeURIComponent(tokenOf(c))}`, 302))
  app.post(`${founderBase}/asks`, async (c) => {
    const form = await readForm(c, asksForm)
    return actAsFounder(c, async (work, founder) => {
      if (form.ok && form.value.asks === 'no') await deleteAsk(work, founder.id)
      else await insertAsk(work, { centre: founder.centre, founder: founder.id })
      return null
    })
  })
  addGestures(app, founderBase, {
    holding: (c, act, back) =>
      actAsFounder(c, (work, { id, centre }) => act(work, { side: 'founder', id, centre }), back ?? nothing),
    mayRank: async (work) =>
      new Set((await readMentors(work)).filter(({ status }) => status === 'welcome').map(({ id }) => id)),
  })
  return app
}
