import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excludedBy, type FounderSide, isOverruled, type MentorSide, reasonsFor, scoreOf } from './pair.ts'
import { pairKey, propose } from './propose.ts'
import { weights } from './weights.ts'

const founder = (change: Partial<FounderSide> = {}): FounderSide => ({
  id: 1,
  languages: ['ar', 'fr'],
  weekly: ['2-morning', '4-afternoon'],
  sector: 'food',
  needs: ['money', 'customers'],
  childcare: false,
  wishesWomanMentor: false,
  waited: 0,
  ranked: [],
  ...change,
})
const mentor = (change: Partial<MentorSide> = {}): MentorSide => ({
  id: 1,
  languages: ['fr'],
  weekly: ['2-morning'],
  helps: ['money'],
  sectors: ['food'],
  worksIn: null,
  avoidsRivals: false,
  avoidsSectors: [],
  saysWoman: false,
  free: 1,
  ranked: [],
  ...change,
})

test.each([
  [
    'a founder who wished a woman is never proposed to somebody who did not say so',
    { wishesWomanMentor: true },
    {},
    'woman-wished',
  ],
  ['two people without a common language are not proposed', {}, { languages: ['en'] }, 'no-language'],
  ['two people never free together are not proposed', {}, { weekly: ['6-evening'] }, 'no-half-day'],
  ['a mentor whose places are taken is not proposed', {}, { free: 0 }, 'no-free-place'],
  [
    'a mentor who leaves a sector aside is not proposed in it',
    {},
    { avoidsSectors: ['food'] },
    'sector-avoided',
  ],
  [
    'a mentor who keeps away from rivals is not proposed to one',
    {},
    { worksIn: 'food', avoidsRivals: true },
    'rival',
  ],
  ['somebody who can help with nothing that is needed is not proposed', {}, { helps: ['web'] }, 'no-need'],
] as const)('%s', (_, ofFounder, ofMentor, why) => {
  expect(excludedBy(founder(), mentor(), false)).toEqual([])
  expect(excludedBy(founder(ofFounder), mentor(ofMentor), false)).toEqual([why])
})

test('two people kept apart stay apart, and a person may overrule a half-day, never a no', () => {
  expect(excludedBy(founder(), mentor(), true)).toEqual(['kept-apart'])
  expect(isOverruled('no-half-day')).toBe(true)
  for (const no of [
    'woman-wished',
    'sector-avoided',
    'rival',
    'kept-apart',
    'no-free-place',
    'no-language',
  ] as const)
    expect(isOverruled(no)).toBe(false)
})

test('each point of a pair says what it is for, and a perfect pair has a hundred', () => {
  expect(Object.values<number>(weights).reduce((a, b) => a + b)).toBe(100)
  const reasons = reasonsFor(founder(), mentor())
  expect(reasons.find(({ criterion }) => criterion === 'needs')).toEqual({
    criterion: 'needs',
    points: 20,
    of: 40,
    about: ['money'],
  })
  expect(reasons.find(({ criterion }) => criterion === 'language')?.points).toBe(5)
  const week = ['2-morning', '3-morning', '4-morning']
  const perfect = reasonsFor(
    founder({ weekly: week, childcare: true }),
    mentor({ weekly: week, languages: ['ar'], helps: ['money', 'customers'], free: 3 }),
  )
  expect(scoreOf(perfect)).toBe(100)
})

test('whoever is left out reads why, counted over the mentors', () => {
  const people = [founder(), founder({ id: 2, wishesWomanMentor: true })]
  const { proposed } = propose(people, [mentor(), mentor({ id: 2 })], { method: 'scores', apart: new Set() })
  expect(proposed[0]?.mentor).not.toBeNull()
  expect(proposed[1]).toMatchObject({
    mentor: null,
    score: null,
    why: [{ because: 'woman-wished', mentors: 2 }],
  })
})

test('wishes of both sides come before points, whoever waited is served first, and nobody could upset it', () => {
  const people = [founder({ ranked: [2] }), founder({ id: 2, waited: 1 }), founder({ id: 3 })]
  const mentors = [mentor(), mentor({ id: 2, sectors: [] })]
  const { proposed, blocking } = propose(people, mentors, { method: 'wishes', apart: new Set() })
  expect(blocking).toEqual([])
  expect(proposed.map((one) => one.mentor)).toEqual([2, 1, null])
})

test('the best sum of points lists the pairs that would rather have each other', () => {
  const people = [founder({ id: 1, ranked: [1] }), founder({ id: 2, needs: ['money'] })]
  const mentors = [mentor({ ranked: [1] }), mentor({ id: 2, helps: ['customers'], sectors: [] })]
  const { proposed, blocking } = propose(people, mentors, { method: 'scores', apart: new Set() })
  expect(proposed.map((one) => one.mentor)).toEqual([2, 1])
  expect(blocking).toEqual([{ founder: 1, mentor: 1 }])
})

test('in whatever order people are given, the proposal is the same, and pairs kept apart are not in it', () => {
  const codes = (all: readonly string[]) => fc.subarray([...all])
  const weekly = codes(['1-morning', '2-morning', '6-evening'])
  const founders = fc
    .array(
      fc.record({
        languages: codes(['fr', 'ar']),
        weekly,
        needs: codes(['money', 'web']),
        waited: fc.nat(2),
      }),
      { maxLength: 6 },
    )
    .map((all) => all.map((one, at) => founder({ ...one, id: at + 1 })))
  const mentors = fc
    .array(
      fc.record({ languages: codes(['fr', 'ar']), weekly, helps: codes(['money', 'web']), free: fc.nat(2) }),
      { maxLength: 5 },
    )
    .map((all) => all.map((one, at) => mentor({ ...one, id: at + 1 })))
  fc.assert(
    fc.property(
      founders,
      mentors,
      fc.constantFrom('scores' as const, 'wishes' as const),
      (people, guides, method) => {
        const apart = new Set([pairKey(1, 1)])
        const made = propose(people, guides, { method, apart })
        expect(propose([...people].reverse(), [...guides].reverse(), { method, apart })).toEqual(made)
        for (const { founder: who, mentor: whom } of made.proposed) {
          if (whom === null) continue
          const [one, other] = [people[who - 1] as FounderSide, guides[whom - 1] as MentorSide]
          expect(excludedBy(one, other, apart.has(pairKey(who, whom)))).toEqual([])
        }
      },
    ),
  )
})
