/** Who ranks whom, by position and the dearest first; whoever is missing from either list is not acceptable. */
export interface Preferences {
  founders: readonly (readonly number[])[]
  mentors: readonly (readonly number[])[]
  /** Places of each mentor. */
  capacity: readonly number[]
}

/**
 * Deferred acceptance, founders proposing: the stable matching every founder likes best among stable ones, and where a
 * founder gains nothing by hiding what she wishes. Gale & Shapley (1962), « College admissions and the stability of
 * marriage », https://doi.org/10.2307/2312726. Answers the mentor of each founder by position, or null.
 */
export function stableMatching({ founders, mentors, capacity }: Preferences): (number | null)[] {
  const ranks = ranksOf(mentors)
  const next = founders.map(() => 0)
  const mentorOf: (number | null)[] = founders.map(() => null)
  const guided: number[][] = mentors.map(() => [])
  const free = founders.map((_, founder) => founder).reverse()
  for (let founder = free.pop(); founder !== undefined; founder = free.pop()) {
    const mentor = founders[founder]?.[next[founder] as number]
    if (mentor === undefined) continue
    next[founder] = (next[founder] as number) + 1
    const rank = ranks[mentor]
    const held = guided[mentor]
    if (!rank?.has(founder) || !held || (capacity[mentor] ?? 0) < 1) {
      free.push(founder)
      continue
    }
    held.push(founder)
    mentorOf[founder] = mentor
    if (held.length <= (capacity[mentor] as number)) continue
    held.sort((a, b) => (rank.get(a) as number) - (rank.get(b) as number))
    const sentAway = held.pop() as number
    mentorOf[sentAway] = null
    free.push(sentAway)
  }
  return mentorOf
}

/** A founder and a mentor who would both rather have each other than what they were given, by position. */
export interface BlockingPair {
  founder: number
  mentor: number
}

/** Every pair that could upset a matching: each accepts the other, and neither loses by it. None in a stable matching. */
export function blockingPairs(
  mentorOf: readonly (number | null)[],
  { founders, mentors, capacity }: Preferences,
): BlockingPair[] {
  const ranks = ranksOf(mentors)
  const taken = mentors.map(() => 0)
  const worst = mentors.map(() => -1)
  for (const [founder, mentor] of mentorOf.entries()) {
    if (mentor === null) continue
    taken[mentor] = (taken[mentor] as number) + 1
    worst[mentor] = Math.max(worst[mentor] as number, ranks[mentor]?.get(founder) ?? Number.POSITIVE_INFINITY)
  }
  return founders.flatMap((wishes, founder) => {
    const has = mentorOf[founder]
    const better = typeof has === 'number' ? wishes.slice(0, Math.max(0, wishes.indexOf(has))) : wishes
    return better.flatMap((mentor) => {
      const rank = ranks[mentor]?.get(founder)
      const places = capacity[mentor] ?? 0
      const wants =
        rank !== undefined &&
        places > 0 &&
        ((taken[mentor] as number) < places || rank < (worst[mentor] as number))
      return wants ? [{ founder, mentor }] : []
    })
  })
}

const ranksOf = (lists: Preferences['mentors']): Map<number, number>[] =>
  lists.map((list) => new Map(list.map((one, rank) => [one, rank])))
