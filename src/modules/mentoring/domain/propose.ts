import { assign } from './assign.ts'
import {
  type Exclusion,
  excludedBy,
  type FounderSide,
  type MentorSide,
  type Reason,
  reasonsFor,
  scoreOf,
} from './pair.ts'
import { blockingPairs, type Preferences, stableMatching } from './stable.ts'

export const methods = ['scores', 'wishes'] as const
/** `scores`: the best sum of points. `wishes`: both sides rank, and no pair can upset the result. */
export type Method = (typeof methods)[number]

/** One founder of a proposal: with whom and why, or why with nobody. */
export interface Proposed {
  founder: number
  mentor: number | null
  score: number | null
  reasons: Reason[]
  /** When left out: what kept her from mentors, each with how many of them; `taken` when those she could have are full. */
  why: { because: Exclusion | 'taken'; mentors: number }[]
}

export interface Proposal {
  proposed: Proposed[]
  /** Two people who would rather have each other, by id: to be looked at before one says yes. */
  blocking: { founder: number; mentor: number }[]
}

/** The name of a pair, to look it up in a set. */
export const pairKey = (founder: number, mentor: number): string => `${founder}-${mentor}`

/**
 * Proposes a mentor to each founder. `apart` holds the keys of pairs that are not to be proposed. Order of what is given
 * does not matter: people are taken by id, so the same people always make the same proposal.
 */
export function propose(
  someFounders: readonly FounderSide[],
  someMentors: readonly MentorSide[],
  { method, apart }: { method: Method; apart: ReadonlySet<string> },
): Proposal {
  const founders = [...someFounders].sort((a, b) => a.id - b.id)
  const mentors = [...someMentors].sort((a, b) => a.id - b.id)
  const scores = founders.map((founder) =>
    mentors.map((mentor) =>
      excludedBy(founder, mentor, apart.has(pairKey(founder.id, mentor.id))).length > 0
        ? null
        : scoreOf(reasonsFor(founder, mentor)),
    ),
  )
  const preferences = preferencesOf(founders, mentors, scores)
  const mentorOf =
    method === 'wishes'
      ? stableMatching(preferences)
      : assign(
          scores,
          preferences.capacity,
          founders.map(({ waited }) => waited),
        )
  return {
    proposed: founders.map((founder, at) => {
      const mentor = mentors[mentorOf[at] ?? -1]
      return {
        founder: founder.id,
        mentor: mentor?.id ?? null,
        score: mentor ? (scores[at]?.[mentorOf[at] as number] ?? null) : null,
        reasons: mentor ? reasonsFor(founder, mentor) : [],
        why: mentor ? [] : whyLeftOut(founder, mentors, apart),
      }
    }),
    blocking: blockingPairs(mentorOf, preferences).map(({ founder, mentor }) => ({
      founder: founders[founder]?.id as number,
      mentor: mentors[mentor]?.id as number,
    })),
  }
}

/** Wishes first, then points, then the older id: everybody ranks everybody she may be given. */
function preferencesOf(
  founders: readonly FounderSide[],
  mentors: readonly MentorSide[],
  scores: readonly (readonly (number | null)[])[],
): Preferences {
  const score = (founder: number, mentor: number) => scores[founder]?.[mentor] ?? 0
  const may = (founder: number, mentor: number) => (scores[founder]?.[mentor] ?? null) !== null
  const wishOf = (ranked: readonly number[], id: number) => {
    const rank = ranked.indexOf(id)
    return rank < 0 ? Number.MAX_SAFE_INTEGER : rank
  }
  return {
    capacity: mentors.map(({ free }) => free),
    founders: founders.map(({ ranked }, founder) =>
      [...mentors.keys()]
        .filter((mentor) => may(founder, mentor))
        .map((mentor) => ({ mentor, wish: wishOf(ranked, mentors[mentor]?.id as number) }))
        .sort(
          (a, b) =>
            a.wish - b.wish || score(founder, b.mentor) - score(founder, a.mentor) || a.mentor - b.mentor,
        )
        .map(({ mentor }) => mentor),
    ),
    mentors: mentors.map(({ ranked }, mentor) =>
      [...founders.keys()]
        .filter((founder) => may(founder, mentor))
        .map((founder) => ({
          founder,
          wish: wishOf(ranked, founders[founder]?.id as number),
          waited: founders[founder]?.waited ?? 0,
        }))
        .sort(
          (a, b) =>
            a.wish - b.wish ||
            b.waited - a.waited ||
            score(b.founder, mentor) - score(a.founder, mentor) ||
            a.founder - b.founder,
        )
        .map(({ founder }) => founder),
    ),
  }
}

/** For each mentor the first thing in the way, counted; the most frequent first. */
function whyLeftOut(founder: FounderSide, mentors: readonly MentorSide[], apart: ReadonlySet<string>) {
  const counts = new Map<Exclusion | 'taken', number>()
  for (const mentor of mentors) {
    const because = excludedBy(founder, mentor, apart.has(pairKey(founder.id, mentor.id)))[0] ?? 'taken'
    counts.set(because, (counts.get(because) ?? 0) + 1)
  }
  return [...counts]
    .map(([because, count]) => ({ because, mentors: count }))
    .sort((a, b) => b.mentors - a.mentors)
}
