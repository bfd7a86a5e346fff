import type { VNode } from 'preact'
import type { House } from '#platform/house.ts'
import type { Ctx } from '#platform/http/env.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { type Project, readProject } from './db/projects.ts'
import { readSteps, type Step } from './db/steps.ts'
import { holderOf } from './holder.tsx'
import { numberIn } from './read-address.ts'
import { answerTo, type Refusal } from './refusals.ts'
import type { Mine } from './shape-project.ts'
import { type Word, words } from './words.ts'

type Acted = { ok: true } | { ok: false; refusal: Refusal }
type Back = { href: string; title: string }
type Shown = (c: Ctx, typed: Typed, errors: FieldErrors) => Response | Promise<Response>

/** The address of one project behind somebody's link. */
export const project = '/projects/me/:token/:id{[0-9]+}'

/** Pages and gestures about a project while it is in its author's hands. */
export function handsOf(house: House) {
  const { unknown, asHolder, answerHeld, mineOf } = holderOf(house)
  const bench = (c: Ctx) => `${mineOf(c)}/${numberIn(c)}`

  /** A page about a project in its author's hands; its bench when it is in none of them. */
  const page = async (
    c: Ctx,
    title: Word,
    errors: FieldErrors,
    body: (read: { project: Project; steps: Step[]; back: Back }) => VNode | null,
  ) => {
    const read = await asHolder(c, async (work, author) => {
      const one = await readProject(work, { id: numberIn(c), author: author.id })
      return one && { project: one, steps: await readSteps(work, one.id) }
    })
    if (read === 'nobody') return unknown(c)
    if (!read) return c.notFound()
    if (read.project.status !== 'draft' && read.project.status !== 'changes') return c.redirect(bench(c), 303)
    const shown = body({ ...read, back: { href: bench(c), title: read.project.title } })
    if (!shown) return c.notFound()
    return answerHeld(
      c,
      { title: words(c.var.lang)(title), width: 'narrow', errors: Object.keys(errors).length > 0 },
      shown,
    )
  }

  /** Does something with the project, then goes back to it; a refusal is said where it was typed, or on the bench. */
  const act = async (
    c: Ctx,
    gesture: (work: Work, mine: Mine) => Promise<Acted>,
    again?: { show: Shown; typed: Typed },
  ) => {
    const acted = await asHolder(c, (work, author) =>
      gesture(work, { project: numberIn(c), author: author.id, centre: author.centre }),
    )
    if (acted === 'nobody') return unknown(c)
    if (acted.ok) return c.redirect(`${bench(c)}?said=saved`, 303)
    const { status, word, field } = answerTo(acted.refusal)
    if (status === 404) return c.notFound()
    return again ? again.show(c, again.typed, { [field ?? 'form']: word }) : c.redirect(bench(c), 303)
  }
  const isHers = async (c: Ctx): Promise<boolean> =>
    (await asHolder(c, (work, author) => readProject(work, { id: numberIn(c), author: author.id }))) !==
    'nobody'
  return { unknown, asHolder, mineOf, bench, page, act, isHers }
}
