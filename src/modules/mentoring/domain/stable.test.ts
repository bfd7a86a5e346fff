import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockingPairs, type Preferences, stableMatching } from './stable.ts'

type Lists = Record<string, readonly string[]>

/** An instance told with names, solved, and told back with names: each mentor’s founders in alphabetical order. */
function solve(residents: Lists, hospitals: Lists, places: number): Record<string, string[]> {
  const [people, houses] = [Object.keys(residents), Object.keys(hospitals)]
  const preferences: Preferences = {
    founders: people.map((one) => (residents[one] ?? []).map((name) => houses.indexOf(name))),
    mentors: houses.map((one) => (hospitals[one] ?? []).map((name) => people.indexOf(name))),
    capacity: houses.map(() => places),
  }
  const mentorOf = stableMatching(preferences)
  expect(blockingPairs(mentorOf, preferences)).toEqual([])
  return Object.fromEntries(
    houses.map((house, at) => [house, people.filter((_, one) => mentorOf[one] === at).sort()]),
  )
}

test('the residents A, S, D, J, L and the hospitals M, C, G are matched as published', () => {
  // Facts of daffidwilde/matching, tests/hospital_resident/test_examples.py.
  const residents = { A: ['C'], S: ['C', 'M'], D: ['C', 'M', 'G'], J: ['C', 'G', 'M'], L: ['M', 'C', 'G'] }
  const hospitals = { M: ['D', 'L', 'S', 'J'], C: ['D', 'A', 'S', 'L', 'J'], G: ['D', 'J', 'L'] }
  expect(solve(residents, hospitals, 2)).toEqual({ M: ['L', 'S'], C: ['A', 'D'], G: ['J'] })
})

test('whoever is ranked by nobody with a place left stays without, as published', () => {
  // The same source, test_resident_loses_all_preferences.
  expect(solve({ A: ['X'], B: ['X', 'Y'] }, { X: ['B', 'A'], Y: ['B'] }, 1)).toEqual({ X: ['B'], Y: [] })
})

test('wishes that are not returned are no wishes, as published', () => {
  // The same source, test_example_in_issue_67.
  const groups = { one: ['ip', 'privacy'], two: ['privacy', 'fairness'], three: ['privacy', 'social'] }
  const topics = { fairness: ['two'], ip: ['one'], privacy: ['three', 'two', 'one'], social: ['three'] }
  expect(solve(groups, topics, 2)).toEqual({
    fairness: [],
    ip: ['one'],
    privacy: ['three', 'two'].sort(),
    social: [],
  })
})

test('the examples of Gale and Shapley (1962) end as in their article', () => {
  // « College admissions and the stability of marriage », examples 1 and 2.
  expect(
    solve(
      { α: ['A', 'B', 'C'], β: ['B', 'C', 'A'], γ: ['C', 'A', 'B'] },
      { A: ['β', 'γ', 'α'], B: ['γ', 'α', 'β'], C: ['α', 'β', 'γ'] },
      1,
    ),
  ).toEqual({ A: ['α'], B: ['β'], C: ['γ'] })
  expect(
    solve(
      { α: ['A', 'B', 'C', 'D'], β: ['A', 'D', 'C', 'B'], γ: ['B', 'A', 'C', 'D'], δ: ['D', 'B', 'C', 'A'] },
      { A: ['δ', 'γ', 'α', 'β'], B: ['β', 'δ', 'α', 'γ'], C: ['δ', 'α', 'β', 'γ'], D: ['γ', 'β', 'α', 'δ'] },
      1,
    ),
  ).toEqual({ A: ['γ'], B: ['δ'], C: ['α'], D: ['β'] })
})

const cases = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 }))
  .chain(([founders, mentors]) => {
    const lists = (length: number, of: number) =>
      fc.array(fc.shuffledSubarray([...Array(of).keys()]), { minLength: length, maxLength: length })
    return fc.record({
      founders: lists(founders, mentors),
      mentors: lists(mentors, founders),
      capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: mentors, maxLength: mentors }),
    })
  })

/** Every matching without a blocking pair, found by trying them all. */
function allStable(preferences: Preferences): (number | null)[][] {
  const found: (number | null)[][] = []
  const left = [...preferences.capacity]
  const from = (mentorOf: (number | null)[]) => {
    const wishes = preferences.founders[mentorOf.length]
    if (!wishes) {
      if (blockingPairs(mentorOf, preferences).length === 0) found.push(mentorOf)
      return
    }
    from([...mentorOf, null])
    for (const mentor of wishes) {
      if ((left[mentor] as number) < 1 || !preferences.mentors[mentor]?.includes(mentorOf.length)) continue
      left[mentor] = (left[mentor] as number) - 1
      from([...mentorOf, mentor])
      left[mentor] = (left[mentor] as number) + 1
    }
  }
  from([])
  return found
}

test('nobody could upset it, no mentor has one too many, both accept each other, and it is always the same', () => {
  fc.assert(
    fc.property(cases, (preferences) => {
      const mentorOf = stableMatching(preferences)
      expect(blockingPairs(mentorOf, preferences)).toEqual([])
      for (const [mentor, places] of preferences.capacity.entries())
        expect(mentorOf.filter((one) => one === mentor).length).toBeLessThanOrEqual(places)
      for (const [founder, mentor] of mentorOf.entries())
        if (mentor !== null) {
          expect(preferences.founders[founder]).toContain(mentor)
          expect(preferences.mentors[mentor]).toContain(founder)
        }
      expect(stableMatching(preferences)).toEqual(mentorOf)
    }),
    { numRuns: 500 },
  )
})

test('no stable matching gives any founder somebody she likes better: all of them were tried', () => {
  fc.assert(
    fc.property(cases, (preferences) => {
      const mentorOf = stableMatching(preferences)
      const rankOf = (founder: number, mentor: number | null | undefined) =>
        typeof mentor === 'number'
          ? (preferences.founders[founder]?.indexOf(mentor) as number)
          : Number.POSITIVE_INFINITY
      const others = allStable(preferences)
      expect(others).toContainEqual(mentorOf)
      for (const other of others)
        for (const [founder, mentor] of mentorOf.entries())
          expect(rankOf(founder, mentor)).toBeLessThanOrEqual(rankOf(founder, other[founder]))
    }),
    { numRuns: 300 },
  )
})

test('two people who would rather have each other are found', () => {
  const preferences: Preferences = {
    founders: [
      [0, 1],
      [0, 1],
    ],
    mentors: [
      [0, 1],
      [0, 1],
    ],
    capacity: [1, 1],
  }
  expect(blockingPairs([1, 0], preferences)).toEqual([{ founder: 0, mentor: 0 }])
  expect(blockingPairs([0, null], preferences)).toEqual([{ founder: 1, mentor: 1 }])
})
