import { Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import { readTowns } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { readMomentsOf } from './db/moments.ts'
import { readNeighbours } from './db/neighbours.ts'
import { type Notice, readNotices } from './db/notices.ts'
import { readReports } from './db/reports.ts'
import { keepNotice, publishNotice, refuseNotice } from './decide-notice.ts'
import { refusalForm } from './domain/forms.ts'
import { helped } from './end.ts'
import { ModerationPage, type Read } from './pages/moderation.tsx'
import { idOf } from './read-address.ts'
import type { Refusal } from './refusals.ts'
import { actor, frame, memberOf, saidOf, whoOf } from './team-frame.ts'
import { askForWorkshop } from './workshop.ts'

/** What was written is read by a member, put up or refused. Who may ask was looked at before. */
export function moderationRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const moderation = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const ours = { centre: member.centre as number }
      const waiting = await readNotices(work, { ...ours, status: ['waiting'] })
      const up = await readNotices(work, { ...ours, status: ['published'] })
      const reports = await readReports(work)
      const who = whoOf(
        house,
        await readNeighbours(
          work,
          [...waiting, ...up].map(({ neighbour }) => neighbour),
        ),
      )
      const momentOf = await readMomentsOf(work, [...waiting, ...up])
      const readOf = (notice: Notice): Read => ({
        notice,
        ...who(notice.neighbour),
        moment: momentOf(notice),
        reports: reports.get(notice.id) ?? [],
      })
      const town = (await readTowns(work)).find(({ centre }) => centre === ours.centre)
      return {
        waiting: waiting.map(readOf),
        up: up.map(readOf),
        wall: `/board/wall?centre=${town?.slug ?? ''}`,
      }
    })
    return answerTeam(
      c,
      house,
      member,
      frame(c, 'moderation', refused),
      <ModerationPage
        lang={c.var.lang}
        {...read}
        mayPlan={member.role === 'coordinator'}
        said={saidOf(c)}
        refused={refused}
      />,
    )
  }
  const act = actor(house, '/board/moderation', moderation)

  app.get('/board/moderation', (c) => moderation(c))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/board/moderation/:id{[0-9]+}/*', (c) => c.redirect('/board/moderation', 302))
  const notice = '/board/moderation/:id{[0-9]+}'
  app.post(`${notice}/publications`, (c) =>
    act(c, 'published', (work, member) => publishNotice(work, { notice: idOf(c), member })),
  )
  app.post(`${notice}/refusals`, async (c) => {
    const form = await readForm(c, refusalForm)
    return act(c, 'refused', async (work, member) =>
      form.ok
        ? refuseNotice(work, { notice: idOf(c), sentence: form.value.sentence, member })
        : { ok: false, refusal: 'refusal-missing' },
    )
  })
  app.post(`${notice}/readings`, (c) =>
    act(c, 'kept', (work, member) => keepNotice(work, { notice: idOf(c), member })),
  )
  app.post(`${notice}/ends`, (c) =>
    act(c, 'ended', (work, member) => helped(work, { notice: idOf(c), member })),
  )
  app.post(`${notice}/workshops`, (c) =>
    act(c, 'ended', (work, member) => askForWorkshop(work, { notice: idOf(c), member, wanted: true })),
  )
  app.post(`${notice}/workshops/seen`, (c) =>
    act(c, 'ended', (work, member) => askForWorkshop(work, { notice: idOf(c), member, wanted: false })),
  )
  return app
}
