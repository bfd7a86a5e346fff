// Proposing a mentor to each founder: exclusions, points, the matching, the pairs that could upset it, the reasons.
import { excludedBy } from '../src/modules/mentoring/domain/pair.ts'
import { methods, propose } from '../src/modules/mentoring/domain/propose.ts'
import { percentile, print } from './support/figures.ts'
import { makeMentoring } from './support/mentors.ts'

/** Seconds a coordinator may wait. */
const limit = 2

const city = makeMentoring({ founders: 500, mentors: 200, seed: 26 })
for (const method of methods) {
  const times: number[] = []
  let matched = 0
  let blocking = 0
  for (let turn = 0; turn < 5; turn++) {
    const began = performance.now()
    const made = propose(city.founders, city.mentors, { method, apart: new Set() })
    times.push((performance.now() - began) / 1000)
    matched = made.proposed.filter(({ mentor }) => mentor !== null).length
    blocking = made.blocking.length
    check(made.proposed)
  }
  if (method === 'wishes' && blocking > 0) throw new Error(`${blocking} pairs could upset a stable matching`)
  const value = percentile(times, 1)
  print({
    bench: 'match',
    metric: `500 founders, 200 mentors, by ${method}: seconds to the proposal, the slowest of 5 (${matched} matched, ${blocking} blocking pairs)`,
    value,
    unit: 's',
    limit,
    goal: `under ${limit} s`,
    met: value < limit,
  })
}

function check(proposed: readonly { founder: number; mentor: number | null }[]): void {
  for (const { founder, mentor } of proposed) {
    if (mentor === null) continue
    const [one, other] = [city.founders[founder - 1], city.mentors[mentor - 1]]
    if (!one || !other || excludedBy(one, other, false).length > 0)
      throw new Error('an excluded pair is proposed')
    if (proposed.filter((pair) => pair.mentor === mentor).length > other.free)
      throw new Error('one founder too many')
  }
}
