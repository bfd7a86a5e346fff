import type { Mark } from './mark.ts'

/** How many people, not parties, are here, are not, and are still expected; `unnamed` came without giving a name. */
export interface Tally {
  expected: number
  present: number
  away: number
  unnamed: number
}

export function tallyOf(roll: readonly { party: number; mark: Mark | null }[], unnamed: number): Tally {
  const tally: Tally = { expected: 0, present: 0, away: 0, unnamed }
  for (const { party, mark } of roll) {
    if (mark === 'present') tally.present += party
    else if (mark === null) tally.expected += party
    else tally.away += party
  }
  return tally
}
