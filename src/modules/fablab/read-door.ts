import type { Work } from '#platform/work/index.ts'
import { readHeld, readOpenings } from './db/hours.ts'
import { readLabHere } from './db/lab.ts'
import { readMachines } from './db/machines.ts'
import { readMakers } from './db/makers.ts'
import { slotsOf } from './domain/slots.ts'

/** More makers than these are found by typing their name and contact again. */
const shownMakers = 200

/** What may be booked on a day for somebody at the door, and who is already known; `on` null: today, in the lab's time. */
export async function readDoor(
  work: Work<'fablab' | 'people' | 'network' | 'access'>,
  centre: number,
  on: Temporal.PlainDate | null,
) {
  const { timeZone } = await readLabHere(work, centre)
  const date = on ?? work.now.toZonedDateTimeISO(timeZone).toPlainDate()
  const window = {
    from: date.toZonedDateTime(timeZone).toInstant(),
    to: date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
  }
  const machines = await readMachines(work, { centre })
  const ids = machines.map(({ id }) => id)
  const held = await readHeld(work, ids, window)
  const openings = (await readOpenings(work, { centre, ...window })).filter(({ kind }) => kind === 'bookable')
  const slots = machines.map((machine) => ({
    machine,
    free: openings
      .filter(({ space }) => space === machine.space.id)
      // Somebody at the door may still take the hour that has begun.
      .flatMap((opening) =>
        slotsOf({ opening, machine, held, now: work.now.subtract({ minutes: machine.slotMinutes }) }),
      )
      .filter(({ state }) => state === 'free'),
  }))
  return { date, slots, makers: await readMakers(work, shownMakers) }
}
