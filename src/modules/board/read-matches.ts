import type { Work } from '#platform/work/index.ts'
import { readKilometres } from './db/around.ts'
import { type Introduction, readIntroductions } from './db/introductions.ts'
import { type Moment, readMomentsOf } from './db/moments.ts'
import { type Notice, readNotices } from './db/notices.ts'
import { type Fit, proposeFits } from './domain/fit.ts'

/** An introduction with the notice it is about, and its moment. */
export interface Pair {
  introduction: Introduction
  notice: Notice
  moment: Moment | null
}

/** An offer the rules propose, and why. */
export type Proposed = Omit<Fit, 'ask' | 'offer'> & { offer: Notice }

export interface Matches {
  /** Answers a member has not read yet, longest waiting first. */
  answers: Pair[]
  /** People put in touch, who have not said how it went. */
  now: Pair[]
  /** What the rules propose, ask by ask. */
  proposals: { ask: Notice; fits: Proposed[] }[]
}

/** What a member decides on in a centre: answers received, and asks with the offers that are like them. */
export async function readMatches(
  work: Work<'board' | 'network' | 'fablab' | 'programme'>,
  centre: number,
): Promise<Matches> {
  const on = work.now.toZonedDateTimeISO('UTC').toPlainDate()
  const notices = await readNotices(work, { centre, limit: 1000 })
  const up = notices.filter(
    ({ status, validUntil }) => status === 'published' && Temporal.PlainDate.compare(validUntil, on) >= 0,
  )
  const asks = up.filter(({ side }) => side === 'ask')
  const offers = up.filter(({ side }) => side === 'offer')
  const introductions = await readIntroductions(work, [
    'proposed',
    'introduced',
    'refused',
    'stopped',
    'done',
  ])
  const byId = new Map(notices.map((notice) => [notice.id, notice]))
  const helpers = introductions
    .filter(({ status }) => status === 'introduced')
    .map(({ notice, other }) => (byId.get(notice)?.side === 'offer' ? byId.get(notice)?.neighbour : other))
  const together = new Set(introductions.map(({ notice, other }) => `${notice}:${other}`))
  const kilometres = await readKilometres(
    work,
    asks.map(({ id }) => id),
    offers.map(({ id }) => id),
  )
  const proposals = proposeFits(asks, offers, {
    known: (ask, offer) => together.has(`${ask}:${byId.get(offer)?.neighbour}`),
    km: (ask, offer) => kilometres.get(`${ask}:${offer}`) ?? null,
    helping: (neighbour) => helpers.filter((one) => one === neighbour).length,
  })
  const momentOf = await readMomentsOf(work, introductions)
  const pairsOf = (status: Introduction['status']): Pair[] =>
    introductions
      .filter((one) => one.status === status)
      .flatMap((introduction) => {
        const notice = byId.get(introduction.notice)
        return notice ? [{ introduction, notice, moment: momentOf(introduction) }] : []
      })
  return {
    answers: pairsOf('proposed'),
    now: pairsOf('introduced'),
    proposals: proposals.flatMap(({ ask, fits }) => {
      const notice = byId.get(ask)
      return notice
        ? [
            {
              ask: notice,
              fits: fits.flatMap((fit) => {
                const offer = byId.get(fit.offer)
                return offer ? [{ ...fit, offer }] : []
              }),
            },
          ]
        : []
    }),
  }
}
