import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { type Decided, lockRound, readProposed, writeChoice, writeDecision } from './db/rounds.ts'
import { insertApart } from './db/wanting.ts'
import {
  type Exclusion,
  excludedBy,
  isOverruled,
  type MentorSide,
  type Reason,
  reasonsFor,
  scoreOf,
} from './domain/pair.ts'
import { pairKey } from './domain/propose.ts'
import { readSides, type Sides } from './read-sides.ts'

/** A mentor somebody could be given instead, and what it costs. */
export interface Alternative {
  mentor: MentorSide
  score: number
  reasons: Reason[]
  /** Points less (below zero) or more than what is proposed now. */
  difference: number
  excluded: Exclusion[]
  /** Founders of this matching who hold all the places there are: one would lose hers. */
  heldBy: number[]
  /** Nothing stands in the way but what a person may overrule. */
  isOpen: boolean
}

/** Every mentor of a matching as another choice for one founder: those open first, the most points first. */
export function alternativesFor(sides: Sides, proposed: readonly Decided[], founder: number): Alternative[] {
  const who = sides.founders.find(({ id }) => id === founder)
  const now = proposed.find((one) => one.founder === founder)
  if (!who || !now) return []
  return sides.mentors
    .filter(({ id }) => id !== now.mentor)
    .map((mentor): Alternative => {
      const reasons = reasonsFor(who, mentor)
      const excluded = excludedBy(who, mentor, sides.apart.has(pairKey(founder, mentor.id)))
      const holding = proposed.filter(
        (one) => one.founder !== founder && one.mentor === mentor.id && one.decision !== 'refused',
      )
      const heldBy = holding.length >= mentor.free ? holding.map((one) => one.founder) : []
      return {
        mentor,
        score: scoreOf(reasons),
        reasons,
        difference: scoreOf(reasons) - (now.score ?? 0),
        excluded,
        heldBy,
        isOpen: excluded.every(isOverruled) && heldBy.length === 0,
      }
    })
    .sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.score - a.score || a.mentor.id - b.mentor.id)
}

type Which = { round: number; founder: number }

/**
 * A member says yes or no to one pair, or takes that back. `apart` is a no for good: the two know each other from
 * elsewhere, or have interests that clash; they are not proposed to each other again, and nobody writes why.
 */
export async function decidePair(
  work: Work<'mentoring'>,
  { decision, centre, ...pair }: Which & { centre: number; decision: Decided['decision'] | 'apart' },
): Promise<Result<null, { refusal: 'round-decided' | 'pair-unknown' }>> {
  if (!(await lockRound(work, pair.round, 'ready'))) return refuse({ refusal: 'round-decided' })
  const found = (await readProposed(work, pair.round)).find(({ founder }) => founder === pair.founder)
  if (!found || found.mentor === null) return refuse({ refusal: 'pair-unknown' })
  if (decision === 'apart') await insertApart(work, { centre, founder: found.founder, mentor: found.mentor })
  await writeDecision(work, pair, decision === 'apart' ? 'refused' : decision)
  return done(null)
}

/** A member chooses another mentor than the one proposed, or one for somebody left out. What the two refused stays refused. */
export async function choosePair(
  work: Work<'mentoring' | 'ventures'>,
  { mentor, ...pair }: Which & { mentor: number },
): Promise<Result<null, { refusal: 'round-decided' | 'pair-unknown' | 'pair-excluded' | 'place-taken' }>> {
  if (!(await lockRound(work, pair.round, 'ready'))) return refuse({ refusal: 'round-decided' })
  const sides = await readSides(work)
  const found = alternativesFor(sides, await readProposed(work, pair.round), pair.founder).find(
    (one) => one.mentor.id === mentor,
  )
  if (!found) return refuse({ refusal: 'pair-unknown' })
  if (!found.excluded.every(isOverruled)) return refuse({ refusal: 'pair-excluded' })
  if (!found.isOpen) return refuse({ refusal: 'place-taken' })
  await writeChoice(work, pair, { mentor, score: found.score, reasons: found.reasons })
  return done(null)
}

/** A member says yes to every pair nobody decided on. */
export async function acceptOpen(
  work: Work<'mentoring'>,
  round: number,
): Promise<Result<null, { refusal: 'round-decided' }>> {
  if (!(await lockRound(work, round, 'ready'))) return refuse({ refusal: 'round-decided' })
  for (const { founder, mentor, decision } of await readProposed(work, round))
    if (decision === 'open' && mentor !== null) await writeDecision(work, { round, founder }, 'accepted')
  return done(null)
}
