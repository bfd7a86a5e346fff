import { Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { readCentre } from './db/centre.ts'
import { readCredential, readLatest } from './db/credentials.ts'
import { type Achievement, achievementOf } from './domain/achievements.ts'
import { codeOfId, idOfCode } from './domain/found.ts'
import { reasons } from './domain/reasons.ts'
import { issueBadge } from './issue-badge.ts'
import { BadgesPage } from './pages/badges.tsx'
import { GivePage } from './pages/give.tsx'
import { SlipPage } from './pages/slip.tsx'
import { answerTo, type Refusal } from './refusals.ts'
import { restoreBadge, revokeBadge } from './revoke-badge.ts'
import { wordingOf } from './wording.ts'
import { words } from './words.ts'

/** More badges than these are looked for by their code. */
const shown = 60

const giveForm = z.object({ achievement: z.string().max(60).catch(''), seen: z.unknown() })
const revokeForm = z.object({ reason: z.enum(reasons) })

/** The team gives badges, and takes them back. */
export function teamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const givers = [withMember(house), requireMember('facilitator', 'coordinator')] as const
  for (const path of ['/badges', '/badges/new/*', '/badges/credentials', '/badges/credentials/*'])
    app.use(path, ...givers)
  const memberOf = (c: Ctx) => c.var.member as MemberActor

  const list = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => ({
      badges: await readLatest(work, shown),
      centre: await readCentre(work, member.centre as number),
    }))
    return answerTeam(
      c,
      house,
      member,
      {
        title: words(c.var.lang)('badges'),
        under: '/learning',
        ...(refused && { errors: true, status: answerTo(refused).status }),
      },
      <BadgesPage lang={c.var.lang} {...read} refused={refused} />,
    )
  }
  app.get('/badges', (c) => list(c))
  app.get('/badges/credentials', (c) => c.redirect('/badges', 302))

  const form = (c: Ctx, achievement: Achievement, typed: Typed = {}, refused: Refusal | null = null) =>
    answerTeam(
      c,
      house,
      memberOf(c),
      {
        title: wordingOf(c.var.lang, achievement).name,
        under: '/learning',
        ...(refused && { errors: true, status: answerTo(refused).status }),
      },
      <GivePage lang={c.var.lang} achievement={achievement} typed={typed} refused={refused} />,
    )
  const ofTeam = (id: string) => {
    const achievement = achievementOf(id)
    return achievement && achievement.evidence !== 'hours' ? achievement : undefined
  }
  app.get('/badges/new/:achievement', (c) => {
    const achievement = ofTeam(c.req.param('achievement'))
    return achievement ? form(c, achievement) : list(c, 'achievement-unknown')
  })
  app.post('/badges/credentials', async (c) => {
    const given = await readForm(c, giveForm)
    const achievement = given.ok ? ofTeam(given.value.achievement) : undefined
    if (!achievement) return list(c, 'achievement-unknown')
    const seen = new Set([given.typed.seen ?? []].flat())
    const asked = wordingOf(c.var.lang, achievement).criteria
    if (!asked.every((_, place) => seen.has(String(place))))
      return form(c, achievement, given.typed, 'not-all-seen')
    const issued = await house.inWork(memberOf(c), (work) =>
      issueBadge(work, house, { achievement: achievement.id }),
    )
    return issued.ok
      ? c.redirect(`/badges/credentials/${codeOfId(issued.value.id)}`, 303)
      : list(c, issued.refusal)
  })

  const slip = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const id = idOfCode(c.req.param('code') ?? '')
    const read = await house.inWork(member, async (work) => ({
      badge: id && (await readCredential(work, id)),
      centre: await readCentre(work, member.centre as number),
    }))
    const { badge } = read
    const achievement = badge && achievementOf(badge.achievement)
    if (!badge || !achievement) return list(c, 'badge-unknown')
    return answerTeam(
      c,
      house,
      member,
      {
        title: words(c.var.lang)('slip'),
        under: '/learning',
        ...(refused && { errors: true, status: answerTo(refused).status }),
      },
      <SlipPage
        lang={c.var.lang}
        badge={badge}
        achievement={achievement}
        centre={read.centre}
        link={`${house.settings.publicUrl}/b/${house.seal.open(badge.tokenSealed)}`}
        restored={c.req.query('said') === 'restored'}
        refused={refused}
      />,
    )
  }
  /** Does something to the badge of an address, then shows it again. */
  const change = async (
    c: Ctx,
    act: (work: Work, id: string) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>,
    said = '',
  ) => {
    const id = idOfCode(c.req.param('code') ?? '')
    if (!id) return list(c, 'badge-unknown')
    const result = await house.inWork(memberOf(c), (work) => act(work, id))
    return result.ok
      ? c.redirect(`/badges/credentials/${c.req.param('code')}${said}`, 303)
      : slip(c, result.refusal)
  }
  app.get('/badges/credentials/:code', (c) => slip(c))
  app.get('/badges/credentials/:code/:gesture', (c) =>
    c.redirect(`/badges/credentials/${encodeURIComponent(c.req.param('code'))}`, 302),
  )
  app.post('/badges/credentials/:code/revocation', async (c) => {
    const given = await readForm(c, revokeForm)
    if (!given.ok) return slip(c, 'reason-missing')
    return change(c, (work, id) => revokeBadge(work, { id, reason: given.value.reason }))
  })
  app.post('/badges/credentials/:code/restoration', (c) =>
    change(c, (work, id) => restoreBadge(work, { id }), '?said=restored'),
  )
  return app
}
