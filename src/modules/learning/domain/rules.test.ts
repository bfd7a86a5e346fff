import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLadders } from '../read-ladders.ts'
import { readPaths } from '../read-paths.ts'
import { bandOf, estimate, grid, likelihood } from './estimate.ts'
import { gain, guards, nextQuestion, observedOf } from './next-question.ts'
import { outcome } from './outcome.ts'
import { progressOf } from './progress.ts'
import { type Answered, settle } from './settle.ts'
import { readTrail, writeTrail } from './trail.ts'
import type { Answer } from './vocabulary.ts'

const { ladders, rungs } = readLadders()
const known = new Set(rungs.map(({ code }) => code))
const answer = fc.constantFrom<Answer>('alone', 'helped', 'not-yet', 'unsure')
const trails = fc
  .uniqueArray(fc.constantFrom(...known), { maxLength: 12 })
  .chain((codes) =>
    fc.tuple(...codes.map((code) => answer.map((said): Answered => ({ code, answer: said })))),
  )

/** Asks until there is nothing left to ask; `says` is the person. */
function walk(says: (code: string, difficulty: number, place: number) => Answer): Answered[] {
  const answered: Answered[] = []
  for (;;) {
    const next = nextQuestion(rungs, answered)
    if (next.kind === 'stop') return answered
    const { code, difficulty } = next.rung
    answered.push({ code, answer: says(code, difficulty, answered.length) })
  }
}

describe('the formulas', () => {
  test('as hard as one is able is one chance in two; two apart is 88 or 12 in a hundred', () => {
    expect(likelihood(2, 2)).toBe(0.5)
    expect(likelihood(4, 2)).toBeCloseTo(0.880797, 6)
    expect(likelihood(2, 4)).toBeCloseTo(0.119203, 6)
  })

  test('nobody stands outside the grid, 0.5 to 7.5 by halves', () => {
    expect(grid).toHaveLength(15)
    expect([grid[0], grid.at(-1)]).toEqual([0.5, 7.5])
  })

  // By hand, with f(θ) = Σ(done) + 1 − Σ P(θ, dᵢ) − P(θ, 0) − P(θ, 7), the two answers nobody gave included.
  test.each([
    // f(3.5) = 1 − 0.9707 − 0.0293 = 0
    { said: [], level: 3.5 },
    // f(4.5) = 2 − 0.9241 − 0.9890 − 0.0759 = 0.0110; f(4) = 0.0898, f(5) = −0.0651
    { said: [{ difficulty: 2, done: 1 }], level: 4.5 },
    // f(1) = 1 − 0.2689 − 0.7311 − 0.0025 = −0.0025; f(0.5) = 1 − 0.1824 − 0.6225 − 0.0015 = 0.1936
    { said: [{ difficulty: 2, done: 0 }], level: 1 },
    // Half of it: f(2) = 1.5 − 0.5 − 0.8808 − 0.0067 = 0.1125; f(2.5) = −0.0576
    { said: [{ difficulty: 2, done: 0.5 }], level: 2.5 },
  ])('worked by hand: $said is $level', ({ said, level }) => {
    expect(estimate(said)).toBe(level)
  })

  test('doing more never lowers where one stands', () => {
    const seen = fc.array(
      fc.record({ difficulty: fc.integer({ min: 1, max: 7 }), done: fc.constantFrom(0, 0.5, 1) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(seen, fc.nat(), (observed, at) => {
        const better = observed.map((one, i) =>
          i === at % Math.max(1, observed.length) ? { ...one, done: 1 } : one,
        )
        expect(estimate(better)).toBeGreaterThanOrEqual(estimate(observed))
      }),
    )
  })

  test('an answer is worth the rungs it would settle, weighed by its chances', () => {
    const [first, second, third, fourth] = rungs.filter(({ ladder }) => ladder === 'phone')
    if (!first || !second || !third || !fourth) throw new Error('phone')
    // Four rungs, 1 to 4, at level 2: 0.5 × 2 easier or equal + 0.5 × 3 harder or equal.
    expect(gain(second, 2, rungs, new Map())).toBeCloseTo(2.5, 9)
    expect(gain(first, 2, rungs, new Map())).toBeCloseTo(0.731059 * 1 + 0.268941 * 4, 5)
    const settled = settle(rungs, [{ code: second.code, answer: 'alone' }])
    expect(gain(third, 2, rungs, settled)).toBeCloseTo(0.268941 * 1 + 0.731059 * 2, 5)
  })
})

describe('being asked', () => {
  test('nobody is asked more than ten questions, nor the same one twice, whatever they answer', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 12, maxLength: 12 }), (says) => {
        const answered = walk((_code, _difficulty, place) => says[place] ?? 'unsure')
        expect(answered.length).toBeLessThanOrEqual(guards.most)
        expect(new Set(answered.map(({ code }) => code)).size).toBe(answered.length)
      }),
    )
  })

  test('a question is never far too hard, and never about what is known already', () => {
    fc.assert(
      fc.property(trails, (answered) => {
        const next = nextQuestion(rungs, answered)
        if (next.kind === 'stop') return
        expect(settle(rungs, answered).has(next.rung.code)).toBe(false)
        if (answered.length > 0)
          expect(next.rung.difficulty - estimate(observedOf(rungs, answered))).toBeLessThanOrEqual(guards.gap)
      }),
    )
  })

  test('it begins near level 2, and goes through every theme before it comes back to one', () => {
    const answered = walk((_code, difficulty) => (difficulty <= 2 ? 'alone' : 'not-yet'))
    const asked = answered.map(({ code }) => rungs.find((rung) => rung.code === code))
    expect(asked[0]?.difficulty).toBe(2)
    expect(new Set(asked.slice(0, ladders.length).map((rung) => rung?.ladder)).size).toBe(ladders.length)
    expect(answered).toHaveLength(guards.most)
  })

  test('who does nothing yet is not asked on and on: four questions, and a hand', () => {
    for (const says of ['not-yet', 'unsure'] as const) expect(walk(() => says)).toHaveLength(guards.patience)
  })
})

describe('what follows from an answer', () => {
  test('what was said of a gesture is never changed by what was said of another', () => {
    fc.assert(
      fc.property(trails, (answered) => {
        const settled = settle(rungs, answered)
        for (const { code, answer: said } of answered)
          expect(settled.get(code)).toEqual({ answer: said, direct: true })
      }),
    )
  })

  test('nothing is concluded about another theme, and nothing at all from « I do not know »', () => {
    fc.assert(
      fc.property(trails, (answered) => {
        const spoken = new Set(
          answered
            .filter(({ answer: said }) => said !== 'unsure')
            .map(({ code }) => rungs.find((rung) => rung.code === code)?.ladder),
        )
        for (const [code, { direct }] of settle(rungs, answered)) {
          const rung = rungs.find((one) => one.code === code)
          if (!direct) expect(spoken.has(rung?.ladder)).toBe(true)
        }
      }),
    )
  })

  test('alone at level 3 includes the easier ones; not yet at level 2 includes the harder ones', () => {
    expect(settle(rungs, [{ code: 'p3', answer: 'alone' }])).toEqual(
      new Map([
        ['p3', { answer: 'alone', direct: true }],
        ['p1', { answer: 'alone', direct: false }],
        ['p2', { answer: 'alone', direct: false }],
      ]),
    )
    const harder = settle(rungs, [{ code: 'p2', answer: 'not-yet' }])
    expect([harder.get('p1'), harder.get('p4')]).toEqual([undefined, { answer: 'not-yet', direct: false }])
    const helped = settle(rungs, [{ code: 'p2', answer: 'helped' }])
    expect([helped.get('p1')?.answer, helped.get('p3')?.answer]).toEqual(['alone', 'not-yet'])
  })
})

describe('what one is told at the end', () => {
  test('three things to do next at most, of three themes, none of which one does alone', () => {
    fc.assert(
      fc.property(trails, (answered) => {
        const { can, next } = outcome(rungs, answered)
        expect(next.length).toBeLessThanOrEqual(3)
        expect(new Set(next.map(({ ladder }) => ladder)).size).toBe(next.length)
        for (const rung of next) expect(can.some((one) => one.rung.code === rung.code)).toBe(false)
      }),
    )
  })

  test('what is done with help comes first: it is the nearest', () => {
    const { next } = outcome(rungs, [
      { code: 'm1', answer: 'not-yet' },
      { code: 'c3', answer: 'helped' },
    ])
    expect(next.map(({ code }) => code)).toEqual(['c3', 'm1'])
  })

  test('everybody who can everything may show others; who can nothing yet takes first steps', () => {
    expect(
      outcome(
        rungs,
        walk(() => 'alone'),
      ).band,
    ).toBe('can-show')
    expect(
      outcome(
        rungs,
        walk(() => 'not-yet'),
      ).band,
    ).toBe('first-steps')
    expect(bandOf(3.5)).toBe('at-ease')
  })
})

describe('a path', () => {
  const paths = fc.constantFrom(...readPaths())
  const walked = paths.chain((path) =>
    fc.record({
      path: fc.constant(path),
      noted: fc.uniqueArray(fc.constantFrom(...path.steps.map(({ id }) => id))),
      there: fc.uniqueArray(
        fc.constantFrom(
          'nowhere',
          ...path.steps.flatMap((step) => ('activities' in step ? step.activities : [])),
        ),
      ),
    }),
  )

  test('is finished when, and only when, every step is done, in whatever order', () => {
    fc.assert(
      fc.property(walked, ({ path, noted, there }) => {
        const notes = new Map(noted.map((id) => [id, 'team' as const]))
        const { steps, done, next, finished } = progressOf(path, notes, new Set(there))
        expect(finished).toBe(done === path.steps.length)
        expect(steps.filter(({ isNext }) => isNext).map(({ step }) => step)).toEqual(next ? [next] : [])
        expect(next).toBe(steps.find((one) => one.done === null)?.step ?? null)
      }),
    )
  })

  test('being there counts for the sessions of that activity and for nothing else', () => {
    fc.assert(
      fc.property(walked, ({ path, there }) => {
        for (const { step, done } of progressOf(path, new Map(), new Set(there)).steps)
          expect(done === 'attended').toBe(
            step.kind === 'session' && step.activities.some((slug) => there.includes(slug)),
          )
      }),
    )
  })
})

describe('an address that carries answers', () => {
  test('says them all again, in their order', () => {
    fc.assert(
      fc.property(trails, (answered) => {
        expect(readTrail(writeTrail(answered), known)).toEqual(answered)
      }),
    )
  })

  test('whatever is typed there, it is read as answers to known questions or as nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (typed) => {
        for (const { code } of readTrail(typed, known)) expect(known.has(code)).toBe(true)
      }),
    )
    expect(readTrail('p2a-z9a-p2n-m1', known)).toEqual([{ code: 'p2', answer: 'not-yet' }])
  })
})
