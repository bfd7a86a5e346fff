import type { Work } from '#platform/work/index.ts'
import { readHeld, readOpenings } from './db/hours.ts'
import { readMachine } from './db/machines.ts'
import { type Slot, slotsOf } from './domain/slots.ts'
import type { Opening } from './domain/vocabulary.ts'
import type { WallView } from './pages/wall.tsx'

/** How many slots to come are shown. */
const shown = 5
const daysAhead = 14

/** What the screen beside a machine shows; null: no such machine in service. Read by anybody, without any name. */
export async function readWall(
  work: Work<'fablab' | 'network' | 'access'>,
  id: number,
): Promise<WallView | null> {
  const machine = await readMachine(work, id)
  if (machine?.status !== 'in-service') return null
  const { now } = work
  const openings = await readOpenings(work, {
    space: machine.space.id,
    from: now,
    to: now.add({ hours: 24 * daysAhead }),
  })
  const opening = openings.find(({ startsAt }) => Temporal.Instant.compare(startsAt, now) <= 0) ?? null
  const opens = openings.find(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0) ?? null
  const bookable = opening?.kind === 'bookable' ? opening : null
  const slots = bookable ? await slotsNow(work, machine, bookable) : []
  return {
    machine,
    opening,
    now: slots.find(({ startsAt }) => Temporal.Instant.compare(startsAt, now) <= 0) ?? null,
    next: slots.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0).slice(0, shown),
    opens,
  }
}

/** Slots that are not over yet; the one that has begun is free or taken, not past. */
async function slotsNow(
  work: Work<'fablab'>,
  machine: WallView['machine'],
  opening: Opening,
): Promise<Slot[]> {
  const held = await readHeld(work, [machine.id], { from: opening.startsAt, to: opening.endsAt })
  return slotsOf({ opening, machine, held, now: opening.startsAt.subtract({ seconds: 1 }) }).filter(
    ({ endsAt }) => Temporal.Instant.compare(endsAt, work.now) > 0,
  )
}
