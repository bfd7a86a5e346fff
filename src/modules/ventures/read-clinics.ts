import { type Hit, searchSessions } from '#modules/discovery/index.ts'
import type { House } from '#platform/house.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readBookingsOfContact, readCentreOfClinicBooking } from './db/clinic-bookings.ts'
import { readClinics, readTaken } from './db/clinics.ts'
import { readContactOfFounder } from './db/founders.ts'
import { type Clinic, freeSlots, type Subject, slotsOf } from './domain/clinic.ts'
import type { MyClinic } from './pages/clinic-mine.tsx'
import type { OfferedClinic } from './pages/clinics.tsx'

type Schemas = 'ventures' | 'network' | 'access'

/** A clinic with the hours nobody has, and how many people wait. */
export interface OpenHours {
  clinic: Clinic
  free: readonly Temporal.Instant[]
  waiting: number
}

/** Clinics to come, of a centre or of all, about a subject or about any, with their free hours. */
export async function readOpenHours(
  work: Work<Schemas>,
  asked: { id?: number; centre?: number; subject?: Subject } = {},
): Promise<OpenHours[]> {
  const { subject, ...where } = asked
  const clinics = (await readClinics(work, asked.id ? where : { ...where, from: work.now })).filter(
    (clinic) => !subject || clinic.subject === subject,
  )
  const taken = await readTaken(
    work,
    clinics.map(({ id }) => id),
  )
  return clinics.map((clinic) => ({
    clinic,
    free: freeSlots(clinic, taken.get(clinic.id)?.slots ?? [], work.now),
    waiting: taken.get(clinic.id)?.waiting ?? 0,
  }))
}

export const offered = ({ clinic, free, waiting }: OpenHours): OfferedClinic => ({
  clinic,
  free: free.length,
  waiting,
})

/** The appointments of a founder with experts, still to come, however she booked them. */
export async function readClinicsOfFounder(
  work: Work<Schemas>,
  house: House,
  founder: number,
): Promise<MyClinic[]> {
  const contact = await readContactOfFounder(work, founder)
  const bookings = contact ? await readBookingsOfContact(work, contact.key) : []
  const mine = await Promise.all(
    bookings.map(async (booking) => {
      const [clinic] = await readClinics(work, { id: booking.clinic })
      const link = `/founders/clinics/bookings/${house.seal.open(booking.tokenSealed)}`
      return clinic ? { booking, clinic, link } : null
    }),
  )
  return mine.filter(
    (one): one is MyClinic => one !== null && Temporal.Instant.compare(one.clinic.endsAt, work.now) > 0,
  )
}

/** The centre of the booking a link opens; null for a forged or unknown one, whatever it looks like. */
export async function centreOfClinicBooking(house: House, token: string): Promise<number | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return null
  return house.inWork({ kind: 'visitor' }, (work) => readCentreOfClinicBooking(work, hashOf(token)))
}

/** What waits about clinics: those of today, and those of the week nobody has booked. */
export async function readClinicsTodo(
  work: Work<Schemas>,
  centre: number,
): Promise<{ today: number; empty: number }> {
  const hours = await readOpenHours(work, { centre })
  const week = work.now.add({ hours: 24 * 7 })
  const dayAt = ({ place }: Clinic, moment: Temporal.Instant) =>
    moment.toZonedDateTimeISO(place.timeZone).toPlainDate().toString()
  return {
    today: hours.filter(({ clinic }) => dayAt(clinic, clinic.startsAt) === dayAt(clinic, work.now)).length,
    empty: hours.filter(
      ({ clinic, free }) =>
        free.length === slotsOf(clinic).length && Temporal.Instant.compare(clinic.startsAt, week) < 0,
    ).length,
  }
}

/** How many talks and workshops are shown: three can be weighed. */
const shownTalks = 3

/** The next public sessions for whoever starts a business, in the whole network. */
export async function readTalks(work: Work<'discovery' | 'network' | 'programme'>): Promise<Hit[]> {
  const { hits } = await searchSessions(work, {
    at: null,
    filters: { day: [], theme: 'entrepreneurship', seats: 'yes' },
    limit: shownTalks,
  })
  return hits
}
