import type { ComponentChildren } from 'preact'
import type { House } from '#platform/house.ts'
import type { Ctx } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { type Author, readAuthorByLink, readCentreOfLink } from './db/authors.ts'
import { LinkUnknown } from './pages/mine.tsx'
import { words } from './words.ts'

/** Pages behind somebody's link: nobody else keeps them, and no search engine. */
export function holderOf(house: House) {
  const unknown = (c: Ctx) => {
    const title = words(c.var.lang)('linkUnknown')
    return answerPage(c, house, { title, width: 'narrow', status: 404 }, <LinkUnknown lang={c.var.lang} />)
  }

  /** What whoever holds the link does; null when it opens nobody's page, forged or forgotten. */
  const asHolder = async <T,>(
    c: Ctx,
    act: (work: Work, author: Author) => Promise<T>,
  ): Promise<T | 'nobody'> => {
    const token = c.req.param('token') ?? ''
    if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return 'nobody'
    const hash = hashOf(token)
    const centre = await house.inWork({ kind: 'visitor' }, (work) => readCentreOfLink(work, hash))
    if (centre === null) return 'nobody'
    return house.inWork({ kind: 'resident', centre }, async (work) => {
      const author = await readAuthorByLink(work, hash)
      return author ? act(work, author) : 'nobody'
    })
  }

  const answerHeld = (
    c: Ctx,
    page: { title: string; status?: number; errors?: boolean; width?: 'narrow' },
    body: ComponentChildren,
  ) => {
    c.header('cache-control', 'no-store')
    return answerPage(c, house, { ...page, head: <meta name="robots" content="noindex" /> }, body)
  }
  return { unknown, asHolder, answerHeld, mineOf: (c: Ctx) => `/projects/me/${c.req.param('token')}` }
}
