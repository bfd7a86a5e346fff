import { record } from '#modules/access/index.ts'
import { isClash } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readBookingsOfClinic, writeClinicBookingCancelled } from './db/clinic-bookings.ts'
import { insertClinic, readHere, readRoom, writeClinicCancelled } from './db/clinics.ts'
import type { Subject } from './domain/clinic.ts'
import { tellClinic } from './tell-clinic.ts'

type Schemas = 'ventures' | 'network' | 'access' | 'programme'

export interface OpenClinic {
  centre: number
  subject: Subject
  host: number | null
  expert: string
  languages: readonly string[]
  room: number
  day: Temporal.PlainDate
  from: Temporal.PlainTime
  to: Temporal.PlainTime
  slotMinutes: number
}
export type OpenRefusal = 'room-unknown' | 'host-unknown' | 'too-short' | 'in-the-past' | 'clash'

/** Opens a clinic, at the hours of the place. Its expert of the team and its room are held: whoever else wants them is refused. */
export async function openClinic(
  work: Work<Schemas>,
  command: OpenClinic,
): Promise<Result<{ id: number }, { refusal: OpenRefusal }>> {
  const room = await readRoom(work, command.centre, command.room)
  if (!room) return refuse({ refusal: 'room-unknown' })
  const { members } = await readHere(work, command.centre)
  if (command.host !== null && !members.some(({ id }) => id === command.host))
    return refuse({ refusal: 'host-unknown' })
  const at = (plainTime: Temporal.PlainTime) =>
    command.day.toZonedDateTime({ timeZone: room.timeZone, plainTime }).toInstant()
  const [startsAt, endsAt] = [at(command.from), at(command.to)]
  const minutes = startsAt.until(endsAt).total('minutes')
  if (minutes < command.slotMinutes || minutes > 600) return refuse({ refusal: 'too-short' })
  if (Temporal.Instant.compare(startsAt, work.now) <= 0) return refuse({ refusal: 'in-the-past' })
  try {
    const id = await insertClinic(work, {
      ...command,
      expert: command.host === null ? command.expert : null,
      place: room.place,
      space: command.room,
      startsAt,
      endsAt,
    })
    await record(work, 'ventures.open-clinic', `clinic:${id}`)
    return done({ id })
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
}

/** Cancels a clinic: everybody who was to come, or waited, is told. Tells how many. */
export async function cancelClinic(
  work: Work<Schemas>,
  clinic: number,
): Promise<Result<{ told: number }, { refusal: 'clinic-cancelled' }>> {
  if (!(await writeClinicCancelled(work, clinic))) return refuse({ refusal: 'clinic-cancelled' })
  const bookings = await readBookingsOfClinic(work, clinic)
  for (const booking of bookings) {
    await writeClinicBookingCancelled(work, booking.id)
    tellClinic(work, 'called-off', booking)
  }
  await record(work, 'ventures.cancel-clinic', `clinic:${clinic}`)
  return done({ told: bookings.length })
}
