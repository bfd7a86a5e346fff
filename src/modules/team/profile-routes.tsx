import { type Context, Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { deleteAbsence, readAbsences, readGoals, writeAbsence } from './db/members.ts'
import { absenceForm, profileForm } from './domain/profile-form.ts'
import { leaveTeam } from './leave-team.ts'
import { MemberPage } from './pages/member-page.tsx'
import { readProfile } from './read-team.ts'
import { answerTo } from './refusals.ts'
import { saveProfile } from './save-profile.ts'
import { words } from './words.ts'

/** What each can show and when: `/team/me/profile` for oneself, `/team/12` for the coordinator. After the middleware. */
export function profileRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const actorOf = (c: Ctx) => c.var.member as MemberActor
  const isMine = (c: Context) => c.req.param('id') === undefined
  const whoOf = (c: Ctx) => (isMine(c) ? actorOf(c).member : numberOf(c.req.param('id')))
  const baseOf = (c: Context) => (isMine(c) ? '/team/me' : `/team/${numberOf(c.req.param('id'))}`)
  const pageOf = (c: Context) => (isMine(c) ? '/team/me/profile' : baseOf(c))

  const show = async (c: Ctx, errors: FieldErrors = {}, typed: Typed | null = null, status = 422) => {
    const actor = actorOf(c)
    const { lang } = c.var
    const read = await house.inWork(actor, async (work) => {
      const profile = await readProfile(work, whoOf(c))
      return profile
        ? {
            profile,
            absences: await readAbsences(work, profile.member),
            goals: await readGoals(work, actor.centre as number, profile.nearPlace),
          }
        : null
    })
    if (!read) return c.notFound()
    // What was typed comes back, as far as it can be read.
    const again = typed ? check(profileForm.partial(), typed) : null
    const value = again?.ok ? again.value : null
    const profile = value
      ? {
          ...read.profile,
          skills: value.skills ?? [],
          languages: value.languages ?? [],
          weekly: value.weekly ?? [],
          reachKm: value.reach ?? read.profile.reachKm,
        }
      : read.profile
    const failed = Object.keys(errors).length > 0
    const t = words(lang)
    const mine = isMine(c)
    return answerTeam(
      c,
      house,
      actor,
      {
        title: mine ? t('profileMine') : read.profile.name,
        under: mine ? '/team/me' : '/team',
        ...(failed && { errors: true, status }),
      },
      <MemberPage
        {...read}
        profile={profile}
        lang={lang}
        base={baseOf(c)}
        coordinator={!mine}
        said={c.req.query('said') === 'saved' ? t('saved') : null}
        errors={errors}
      />,
    )
  }
  app.get('/team/me/profile', (c) => show(c))
  app.get('/team/:id{[0-9]+}', (c) => show(c))
  // Addresses forms were posted to, opened again: the page they belong to.
  for (const path of [
    '/team/:id{[0-9]+}/profile',
    '/team/:id{[0-9]+}/absences',
    '/team/:id{[0-9]+}/departure',
  ])
    app.get(path, (c) => c.redirect(pageOf(c), 302))
  app.get('/team/me/absences', (c) => c.redirect(pageOf(c), 302))

  const save = async (c: Ctx) => {
    const form = await readForm(c, profileForm)
    if (!form.ok) return show(c, form.errors, form.typed)
    const { kind, skills, languages, weekly, near, reach, also, calls } = form.value
    const result = await house.inWork(actorOf(c), (work) =>
      saveProfile(work, {
        member: whoOf(c),
        kind,
        skills: [...skills],
        languages: [...languages],
        weekly: [...weekly],
        nearPlace: near,
        reachKm: reach,
        alsoPlaces: also,
        callsPerMonth: calls,
      }),
    )
    if (result.ok) return c.redirect(`${pageOf(c)}?said=saved`, 303)
    if (result.refusal === 'member-unknown') return c.notFound()
    const { word, field = 'form', status } = answerTo(result.refusal)
    return show(c, { [field]: word }, form.typed, status)
  }

  const away = async (c: Ctx) => {
    const form = await readForm(c, absenceForm)
    if (!form.ok) return show(c, { from: 'absenceWrong' })
    const saved = await house.inWork(actorOf(c), async (work) => {
      const profile = await readProfile(work, whoOf(c))
      if (profile)
        await writeAbsence(work, {
          centre: actorOf(c).centre as number,
          member: profile.member,
          ...form.value,
        })
      return profile !== null
    })
    return saved ? c.redirect(`${pageOf(c)}?said=saved`, 303) : c.notFound()
  }
  const back = async (c: Ctx) => {
    await house.inWork(actorOf(c), (work) => deleteAbsence(work, whoOf(c), numberOf(c.req.param('absence'))))
    return c.redirect(`${pageOf(c)}?said=saved`, 303)
  }

  for (const base of ['/team/me', '/team/:id{[0-9]+}']) {
    app.post(`${base}/profile`, save)
    app.post(`${base}/absences`, away)
    app.post(`${base}/absences/:absence/removal`, back)
  }

  app.post('/team/:id{[0-9]+}/departure', async (c) => {
    const result = await house.inWork(actorOf(c), (work) => leaveTeam(work, { member: whoOf(c) }))
    if (result.ok) return c.redirect('/team?said=departed', 303)
    if (result.refusal === 'member-unknown') return c.notFound()
    const { word, status } = answerTo(result.refusal)
    return show(c, { form: word }, null, status)
  })
  return app
}

/** A number of an address; 0, which is nobody's, for anything else. */
const numberOf = (text: string | undefined) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0)
