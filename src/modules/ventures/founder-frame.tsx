import type { House } from '#platform/house.ts'
import type { Ctx } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { readFounderByLink } from './db/founders.ts'
import type { Founder } from './domain/vocabulary.ts'
import { centreOfFounder } from './link.ts'
import { LastWord } from './pages/begin.tsx'
import { words } from './words.ts'

/** A page behind a founder’s link: kept by nobody, found by no search. */
export function founderPage(
  c: Ctx,
  house: House,
  page: { title: string; status?: number; errors?: boolean },
  body: preact.JSX.Element,
): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  return answerPage(
    c,
    house,
    {
      theme: 'entrepreneurship',
      width: 'narrow',
      head: <meta name="robots" content="noindex" />,
      ...page,
    },
    body,
  )
}

/** A link that opens nothing. */
export const founderUnknown = (c: Ctx, house: House): Response | Promise<Response> =>
  founderPage(
    c,
    house,
    { title: words(c.var.lang)('linkUnknown'), status: 404 },
    <LastWord lang={c.var.lang} title="linkUnknown" said="linkUnknownSaid" />,
  )

/** Does something as the founder whose link the address holds; null when it opens nobody’s. */
export async function holdingFounder<T>(
  c: Ctx,
  house: House,
  act: (work: Work, founder: Founder) => Promise<T>,
): Promise<{ value: T } | null> {
  const token = c.req.param('token') ?? ''
  const centre = await centreOfFounder(house, token)
  if (centre === null) return null
  return house.inWork({ kind: 'resident', centre }, async (work) => {
    const founder = await readFounderByLink(work, hashOf(token))
    return founder ? { value: await act(work, founder) } : null
  })
}
