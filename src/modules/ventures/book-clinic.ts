import type { SealedContact } from '#modules/people/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import {
  clinicRefusalOf,
  insertClinicBooking,
  readBookingsOfClinic,
  readBookingsOfContact,
  readClinicBooking,
  writeClinicBookingCancelled,
  writeSlot,
} from './db/clinic-bookings.ts'
import { readClinics, readTaken } from './db/clinics.ts'
import { type ClinicBooking, type ClinicRefusal, freeSlots, type Topic, topicsOf } from './domain/clinic.ts'
import { tellClinic } from './tell-clinic.ts'

type Schemas = 'ventures' | 'network' | 'access'

export interface BookClinic {
  clinic: number
  /** Null: waits for whichever slot comes free. */
  slot: Temporal.Instant | null
  topic: string
  founder: number | null
  name: string
  language: string
  contact: SealedContact
}

/**
 * Books a slot with an expert, or a place in the waiting list. Whoever has a live booking of this clinic keeps it: `again`.
 * Rules are the database’s (`ventures.guard_clinic_booking`), for every way to book.
 */
export async function bookClinic(
  work: Work<Schemas>,
  seal: Seal,
  command: BookClinic,
): Promise<Result<{ id: number; again: boolean }, { refusal: ClinicRefusal }>> {
  const [clinic] = await readClinics(work, { id: command.clinic })
  const topic = clinic && topicsOf[clinic.subject].find((known) => known === command.topic)
  if (!clinic || !topic) return refuse({ refusal: 'clinic-unknown' })
  // What is refused to everybody comes first: an answer that hangs on the contact would tell a stranger whose it is.
  if (clinic.cancelled) return refuse({ refusal: 'clinic-cancelled' })
  if (Temporal.Instant.compare(clinic.endsAt, work.now) <= 0) return refuse({ refusal: 'clinic-over' })
  const free = freeSlots(clinic, (await readTaken(work, [clinic.id])).get(clinic.id)?.slots ?? [], work.now)
  const { slot } = command
  if (slot && !free.some((one) => Temporal.Instant.compare(one, slot) === 0))
    return refuse({ refusal: 'slot-taken' })
  const same = (await readBookingsOfContact(work, command.contact.key)).find(
    (booking) => booking.clinic === clinic.id,
  )
  if (same) return done({ id: same.id, again: true })
  return write(work, seal, { ...command, centre: clinic.centre, topic })
}

async function write(
  work: Work<Schemas>,
  seal: Seal,
  command: BookClinic & { centre: number; topic: Topic },
): Promise<Result<{ id: number; again: boolean }, { refusal: ClinicRefusal }>> {
  const token = newToken()
  try {
    const id = await insertClinicBooking(work, {
      ...command,
      startsAt: command.slot,
      link: { hash: hashOf(token), sealed: seal.close(token) },
    })
    const booking = { id, centre: command.centre, startsAt: command.slot }
    tellClinic(work, command.slot ? 'booked' : 'waiting', booking)
    if (command.slot) remind(work, booking)
    return done({ id, again: false })
  } catch (error) {
    return refuse({ refusal: clinicRefusalOf(error) })
  }
}

/** Hours before the appointment at which one is reminded of it. */
const reminded = 20

function remind(work: Work<Schemas>, booking: Pick<ClinicBooking, 'id' | 'centre' | 'startsAt'>): void {
  const at = booking.startsAt?.subtract({ hours: reminded })
  if (at && Temporal.Instant.compare(at, work.now) > 0) tellClinic(work, 'reminder', booking, at)
}

/** Takes another slot of the same clinic, or the first one after waiting: whoever comes first has it. */
export async function takeSlot(
  work: Work<Schemas>,
  booking: ClinicBooking,
  slot: Temporal.Instant,
): Promise<Result<null, { refusal: ClinicRefusal }>> {
  if (booking.came) return refuse({ refusal: 'booking-gone' })
  if (booking.startsAt && Temporal.Instant.compare(booking.startsAt, slot) === 0) return done(null)
  const [clinic] = await readClinics(work, { id: booking.clinic })
  if (!clinic) return refuse({ refusal: 'clinic-unknown' })
  const free = freeSlots(clinic, (await readTaken(work, [clinic.id])).get(clinic.id)?.slots ?? [], work.now)
  if (!free.some((one) => Temporal.Instant.compare(one, slot) === 0)) return refuse({ refusal: 'slot-taken' })
  try {
    if (!(await writeSlot(work, booking.id, slot))) return refuse({ refusal: 'booking-gone' })
  } catch (error) {
    return refuse({ refusal: clinicRefusalOf(error) })
  }
  const moved = { ...booking, startsAt: slot }
  tellClinic(work, 'booked', moved)
  remind(work, moved)
  if (booking.startsAt) await tellWaiting(work, booking.clinic)
  return done(null)
}

/**
 * Gives a slot back; whoever waits is told, and the first to take it has it. Asked twice, it is given back once; an hour
 * that has begun is not given back any more.
 */
export async function cancelClinicBooking(work: Work<'ventures'>, id: number): Promise<void> {
  const booking = await readClinicBooking(work, id)
  if (booking?.startsAt && Temporal.Instant.compare(booking.startsAt, work.now) <= 0) return
  if (!booking || !(await writeClinicBookingCancelled(work, id))) return
  if (booking.status === 'booked') await tellWaiting(work, booking.clinic)
}

async function tellWaiting(work: Work<'ventures'>, clinic: number): Promise<void> {
  for (const waiting of await readBookingsOfClinic(work, clinic))
    if (waiting.status === 'waiting') tellClinic(work, 'free', waiting)
}
