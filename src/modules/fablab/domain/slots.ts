import type { Held, Machine, Opening } from './vocabulary.ts'

export interface Slot {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** « quiet »: a room that would hear the machine is in use. « out »: out of service. */
  state: 'free' | 'taken' | 'quiet' | 'out' | 'past'
  /** Somebody of the lab is there. */
  supervised: boolean
}

const { compare } = Temporal.Instant
type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }
const meet = (a: Span, b: Span) => compare(a.startsAt, b.endsAt) < 0 && compare(b.startsAt, a.endsAt) < 0

/** The slots of one machine in one opening, one after the other; what is left at the end is no slot. */
export function slotsOf({
  opening,
  machine,
  held,
  now,
}: {
  opening: Pick<Opening, 'startsAt' | 'endsAt' | 'supervisor'>
  machine: Pick<Machine, 'id' | 'slotMinutes' | 'outages'>
  held: readonly Held[]
  now: Temporal.Instant
}): Slot[] {
  const slots: Slot[] = []
  const minutes = { minutes: machine.slotMinutes }
  const mine = held.filter((other) => other.machine === machine.id)
  for (let startsAt = opening.startsAt; ; startsAt = startsAt.add(minutes)) {
    const slot = { startsAt, endsAt: startsAt.add(minutes) }
    if (compare(slot.endsAt, opening.endsAt) > 0) return slots
    slots.push({ ...slot, state: stateOf(slot, machine, mine, now), supervised: opening.supervisor !== null })
  }
}

function stateOf(
  slot: Span,
  machine: Pick<Machine, 'outages'>,
  held: readonly Held[],
  now: Temporal.Instant,
): Slot['state'] {
  if (compare(slot.startsAt, now) <= 0) return 'past'
  if (
    machine.outages.some(
      ({ from, until }) =>
        compare(from, slot.endsAt) < 0 && (until === null || compare(slot.startsAt, until) < 0),
    )
  )
    return 'out'
  const holding = held.filter((other) => meet(other, slot))
  if (holding.length === 0) return 'free'
  return holding.every(({ by }) => by === 'quiet') ? 'quiet' : 'taken'
}
