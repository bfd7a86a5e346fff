import type { Work } from '#platform/work/index.ts'
import { readHeld, readOpenings } from './db/hours.ts'
import { type Slot, slotsOf } from './domain/slots.ts'
import type { Machine, Opening } from './domain/vocabulary.ts'

/** One opening of the room a machine stands in, and its hours there. */
export interface OpenHours {
  opening: Opening
  slots: Slot[]
}

/** Seven days of a machine from a day on, in its place's time. */
export interface Week {
  from: Temporal.PlainDate
  /** The day seven days before; null when it lies before today. */
  before: Temporal.PlainDate | null
  after: Temporal.PlainDate
  hours: OpenHours[]
}

/** The hours of a machine from a day on, or from today; what is past is left out. */
export async function readWeek(
  work: Work<'fablab' | 'access'>,
  machine: Machine,
  asked: string | undefined,
): Promise<Week> {
  const zone = machine.place.timeZone
  const today = work.now.toZonedDateTimeISO(zone).toPlainDate()
  const from = dayOf(asked, today)
  const window = {
    from: from.toZonedDateTime(zone).toInstant(),
    to: from.add({ days: 7 }).toZonedDateTime(zone).toInstant(),
  }
  const openings = await readOpenings(work, { space: machine.space.id, ...window })
  const held = await readHeld(work, [machine.id], window)
  const before = from.subtract({ days: 7 })
  return {
    from,
    before: from.equals(today) ? null : Temporal.PlainDate.compare(before, today) < 0 ? today : before,
    after: from.add({ days: 7 }),
    hours: openings
      .filter(({ kind }) => kind === 'bookable')
      .map((opening) => ({
        opening,
        slots: slotsOf({ opening, machine, held, now: work.now }).filter(({ state }) => state !== 'past'),
      }))
      .filter(({ slots }) => slots.length > 0),
  }
}

/** A day of the half year to come; today for anything else. */
function dayOf(asked: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  if (!/^20\d\d-\d\d-\d\d$/.test(asked ?? '')) return today
  try {
    const day = Temporal.PlainDate.from(asked ?? '', { overflow: 'reject' })
    const days = today.until(day).days
    return days > 0 && days < 183 ? day : today
  } catch {
    return today
  }
}

/** The hour of a machine that begins at a moment, with the free ones that follow it without a gap; null: no such hour. */
export async function readSlot(
  work: Work<'fablab' | 'access'>,
  machine: Machine,
  at: Temporal.Instant,
): Promise<{ slot: Slot; following: number; opening: Opening } | null> {
  const day = { from: at, to: at.add({ hours: 24 }) }
  const openings = await readOpenings(work, { space: machine.space.id, from: at, to: at.add({ minutes: 1 }) })
  const held = await readHeld(work, [machine.id], day)
  for (const opening of openings.filter(({ kind }) => kind === 'bookable')) {
    const slots = slotsOf({ opening, machine, held, now: work.now })
    const index = slots.findIndex(({ startsAt }) => startsAt.equals(at))
    const slot = slots[index]
    if (!slot) continue
    const next = slots.slice(index + 1).findIndex(({ state }) => state !== 'free')
    return { slot, following: next < 0 ? slots.length - index - 1 : next, opening }
  }
  return null
}
