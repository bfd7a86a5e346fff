import type { Work } from '#platform/work/index.ts'
import { readHeld, readOpenings } from './db/hours.ts'
import { type LabHere, readLabHere, readWaitingForTeam, type Waiting } from './db/lab.ts'
import { readMachines } from './db/machines.ts'
import { readPresences } from './db/presences.ts'
import type { Booking, Held, Machine, Maker, Opening } from './domain/vocabulary.ts'
import { readDay } from './read-day.ts'
import { readUpkeepDue } from './read-upkeep.ts'

export type Coming = Booking & { by: Maker }

/** A machine on a day: who comes, and what else holds it. */
export interface MachineDay {
  machine: Machine
  bookings: Coming[]
  held: Held[]
}

/** A day of the lab, for its team. */
export interface LabDay {
  here: LabHere
  date: Temporal.PlainDate
  openings: (Opening & { came: number })[]
  machines: MachineDay[]
  waiting: Waiting & { due: number }
}

/** What happens in the lab on a day (null: today), on the wall of the centre, and what waits for the team. */
export async function readLabDay(
  work: Work<'fablab' | 'people' | 'network' | 'access'>,
  centre: number,
  on: Temporal.PlainDate | null,
): Promise<LabDay> {
  const here = await readLabHere(work, centre)
  const date = on ?? work.now.toZonedDateTimeISO(here.timeZone).toPlainDate()
  const from = date.toZonedDateTime(here.timeZone).toInstant()
  const to = date.add({ days: 1 }).toZonedDateTime(here.timeZone).toInstant()
  const machines = await readMachines(work, { centre })
  const coming = await readDay(work, { centre, from, to })
  const held = await readHeld(
    work,
    machines.map(({ id }) => id),
    { from, to },
  )
  const openings = await readOpenings(work, { centre, from, to })
  const came = await readPresences(
    work,
    openings.map(({ id }) => id),
  )
  return {
    here,
    date,
    openings: openings.map((opening) => ({ ...opening, came: came.get(opening.id) ?? 0 })),
    machines: machines.map((machine) => ({
      machine,
      bookings: coming.filter((booking) => booking.machine === machine.id),
      held: held.filter((one) => one.machine === machine.id && one.by !== 'booking'),
    })),
    waiting: {
      ...(await readWaitingForTeam(work, work.now.add({ hours: 24 * 30 }))),
      due: (await readUpkeepDue(work, centre)).length,
    },
  }
}
