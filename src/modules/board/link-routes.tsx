import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { readIntroductionsOf } from './db/introductions.ts'
import { readMomentsOf } from './db/moments.ts'
import { deleteNeighbour, type Neighbour, readNeighbourByLink, readNeighbours } from './db/neighbours.ts'
import { readNotice, readNotices } from './db/notices.ts'
import { eraseForm } from './domain/forms.ts'
import { closeNotice, finish, stop } from './end.ts'
import { LinkUnknown, type Meeting, MinePage } from './pages/mine.tsx'
import { centreOfLink } from './read-link.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { words } from './words.ts'

const number = z.coerce.number().int().positive().catch(0)
const closureForm = z.object({ notice: number })
const endForm = z.object({ introduction: number, end: z.enum(['done', 'stopped']).catch('stopped') })

/** Somebody's own page, behind her link: her notices, whom she meets, and the way to end it all. */
export function linkRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const unknown = (c: Ctx) => {
    const title = words(c.var.lang)('linkUnknown')
    return answerPage(c, house, { title, width: 'narrow', status: 404 }, <LinkUnknown lang={c.var.lang} />)
  }

  const show = async (c: Ctx, token: string, refused: Refusal | null = null) => {
    const centre = await centreOfLink(house, token)
    const read =
      centre !== null &&
      (await house.inWork({ kind: 'resident', centre }, async (work) => {
        const neighbour = await readNeighbourByLink(work, hashOf(token))
        return (
          neighbour && {
            neighbour,
            notices: await readNotices(work, { centre, neighbour: neighbour.id }),
            meetings: await readMeetings(work, neighbour),
          }
        )
      }))
    if (!read) return unknown(c)
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    return answerPage(
      c,
      house,
      {
        title: words(c.var.lang)('mine'),
        width: 'narrow',
        head: <meta name="robots" content="noindex" />,
        ...(refused && { status: answerTo(refused).status }),
      },
      <MinePage
        lang={c.var.lang}
        address={`/board/me/${token}`}
        {...read}
        said={(['closed', 'stopped', 'done'] as const).find((word) => word === c.req.query('said')) ?? null}
        refused={refused}
      />,
    )
  }
  app.get('/board/me/:token', (c) => show(c, c.req.param('token')))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/board/me/:token/:gesture', (c) =>
    c.redirect(`/board/me/${encodeURIComponent(c.req.param('token'))}`, 302),
  )

  /** Does something as whoever holds the link, then goes `to`. */
  const holding = async (
    c: Ctx,
    token: string,
    act: (work: Work, neighbour: Neighbour) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>,
    to: string,
  ) => {
    const centre = await centreOfLink(house, token)
    if (centre === null) return unknown(c)
    const acted = await house.inWork({ kind: 'resident', centre }, async (work) => {
      const neighbour = await readNeighbourByLink(work, hashOf(token))
      return neighbour ? act(work, neighbour) : ({ ok: false, refusal: 'neighbour-unknown' } as const)
    })
    if (acted.ok) return c.redirect(to, 303)
    return acted.refusal === 'neighbour-unknown' ? unknown(c) : show(c, token, acted.refusal)
  }
  app.post('/board/me/:token/closures', async (c) => {
    const form = await readForm(c, closureForm)
    const token = c.req.param('token')
    const notice = form.ok ? form.value.notice : 0
    return holding(
      c,
      token,
      (work, { id }) => closeNotice(work, { notice, neighbour: id }),
      `/board/me/${token}?said=closed`,
    )
  })
  app.post('/board/me/:token/ends', async (c) => {
    const form = await readForm(c, endForm)
    const token = c.req.param('token')
    const { introduction, end } = form.ok ? form.value : ({ introduction: 0, end: 'stopped' } as const)
    return holding(
      c,
      token,
      (work, { id }) => (end === 'done' ? finish : stop)(work, { introduction, by: id }),
      `/board/me/${token}?said=${end}`,
    )
  })
  app.post('/board/me/:token/erasures', async (c) => {
    const form = await readForm(c, eraseForm)
    return holding(
      c,
      c.req.param('token'),
      async (work, { id }) => {
        if (!form.ok) return { ok: false, refusal: 'not-sure' }
        await deleteNeighbour(work, id)
        return { ok: true }
      },
      '/board/erased',
    )
  })
  return app
}

/** Whom somebody meets. Before a member said yes, an author does not know that she was answered. */
async function readMeetings(work: Work, neighbour: Neighbour): Promise<Meeting[]> {
  const all = await readIntroductionsOf(work, neighbour.id)
  const seen = all.filter(
    ({ other, status }) => other === neighbour.id || status === 'introduced' || status === 'done',
  )
  const momentOf = await readMomentsOf(work, seen)
  const meetings: Meeting[] = []
  for (const introduction of seen) {
    const notice = await readNotice(work, { id: introduction.notice, centre: neighbour.centre })
    if (!notice) continue
    const answered = introduction.other === neighbour.id
    const them = answered ? notice.neighbour : introduction.other
    const met = introduction.status === 'introduced' || introduction.status === 'done'
    meetings.push({
      introduction,
      notice,
      with: met ? ((await readNeighbours(work, [them])).get(them)?.name ?? null) : null,
      moment: momentOf(introduction),
      answered,
    })
  }
  return meetings
}
