import type { Work } from '#platform/work/index.ts'
import { readHeld, readOpenings } from './db/hours.ts'
import { type Slot, slotsOf } from './domain/slots.ts'
import type { Machine } from './domain/vocabulary.ts'

/** How far one looks for a free hour. */
const days = 14

/** The free hours of a machine in the two weeks to come, soonest first. */
export async function readFreeSlots(work: Work<'fablab' | 'access'>, machine: Machine): Promise<Slot[]> {
  const window = { from: work.now, to: work.now.add({ hours: 24 * days }) }
  const openings = await readOpenings(work, { space: machine.space.id, ...window })
  const held = await readHeld(work, [machine.id], window)
  return openings
    .filter(({ kind }) => kind === 'bookable')
    .flatMap((opening) => slotsOf({ opening, machine, held, now: work.now }))
    .filter(({ state }) => state === 'free')
}
