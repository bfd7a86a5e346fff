/** What experts are seen about. */
export const subjects = ['law', 'money', 'accounts', 'web', 'photos', 'communication'] as const
export type Subject = (typeof subjects)[number]

/** What one may come with, subject by subject: ready words, never a story. */
export const topicsOf = {
  law: ['legal-form', 'contract', 'brand', 'dispute'],
  money: ['funding', 'prices', 'bank', 'grants'],
  accounts: ['first-books', 'invoices', 'taxes'],
  web: ['own-page', 'be-found', 'sell-online', 'stay-safe'],
  photos: ['products', 'place', 'video'],
  communication: ['flyer', 'networks', 'pitch'],
} as const satisfies Record<Subject, readonly string[]>
export type Topic = (typeof topicsOf)[Subject][number]

/** An expert receives, one person after another. */
export interface Clinic {
  id: number
  centre: number
  subject: Subject
  /** Who receives: a member of the team by number, or somebody from outside. */
  host: number | null
  expert: string
  languages: readonly string[]
  place: { id: number; name: string; city: string; timeZone: string }
  space: string | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  slotMinutes: number
  cancelled: boolean
}

/** Somebody comes to a clinic, or waits for a slot. */
export interface ClinicBooking {
  id: number
  centre: number
  clinic: number
  /** Null: waiting. */
  startsAt: Temporal.Instant | null
  status: 'booked' | 'waiting' | 'cancelled'
  topic: Topic
  founder: number | null
  name: string
  language: string
  phoneSealed: Buffer | null
  emailSealed: Buffer | null
  tokenSealed: Buffer
  came: 'present' | 'absent' | null
}

/** What the database’s guard refuses, by the name of its rule, and what is seen before. */
export const clinicRefusals = [
  'clinic-cancelled',
  'clinic-over',
  'slot-unknown',
  'one-a-day',
  'two-ahead',
  'slot-taken',
  'clinic-unknown',
  'booking-gone',
] as const
export type ClinicRefusal = (typeof clinicRefusals)[number]

/** When each person is received: as many whole slots as there are between the two hours. */
export function slotsOf({
  startsAt,
  endsAt,
  slotMinutes,
}: Pick<Clinic, 'startsAt' | 'endsAt' | 'slotMinutes'>): Temporal.Instant[] {
  const count = Math.floor(startsAt.until(endsAt).total('minutes') / slotMinutes)
  return Array.from({ length: count }, (_, at) => startsAt.add({ minutes: at * slotMinutes }))
}

/** The slots of a clinic nobody has, still to come. */
export function freeSlots(
  clinic: Clinic,
  taken: readonly Temporal.Instant[],
  now: Temporal.Instant,
): Temporal.Instant[] {
  const gone = new Set(taken.map(({ epochMilliseconds }) => epochMilliseconds))
  return clinic.cancelled
    ? []
    : slotsOf(clinic).filter(
        (slot) => Temporal.Instant.compare(slot, now) > 0 && !gone.has(slot.epochMilliseconds),
      )
}
