/** Kinds of machines: what limits and inductions are about, so that a twin machine is no way round a rule. */
export const machineKinds = [
  '3d-printer',
  'laser',
  'vinyl',
  'sewing',
  'embroidery',
  'electronics',
  'computer',
] as const
export type MachineKind = (typeof machineKinds)[number]

/** When somebody of the lab must be there: never, for those under 18, or for everybody. */
export const supervisions = ['never', 'young', 'always'] as const
export type Supervision = (typeof supervisions)[number]

export const outageCauses = ['breakdown', 'upkeep', 'part-awaited', 'safety'] as const
export type OutageCause = (typeof outageCauses)[number]

/** « make »: alone. « induction »: to be shown the machine, one to one. « group »: a school or an association. */
export const bookingKinds = ['make', 'induction', 'group'] as const
export type BookingKind = (typeof bookingKinds)[number]

/** What is said of a machine in one language. */
export interface MachineTexts {
  what: string
  safety?: readonly string[]
  needs?: readonly string[]
  documents?: readonly { title: string; url: string }[]
}

export interface Induction {
  id: number
  slug: string
  /** Months an authorisation holds; null: for ever. */
  validMonths: number | null
  /** Months without use after which it lapses; null: never. */
  unusedMonths: number | null
  /** Activities of the programme during which it is given. */
  activities: readonly string[]
  achievement: string | null
  texts: Readonly<Record<string, { title: string; summary?: string }>>
}

export interface Machine {
  id: number
  centre: number
  place: { id: number; name: string; city: string; postalCode: string; timeZone: string }
  space: { id: number; name: string }
  name: string
  kind: MachineKind
  status: 'in-service' | 'retired'
  slotMinutes: number
  /** Minutes one person may hold machines of this kind in a day, and in a week that begins on Monday. */
  dayMinutes: number
  weekMinutes: number
  minAge: number
  supervision: Supervision
  goesWithTheRoom: boolean
  texts: Readonly<Record<string, MachineTexts>>
  inductions: readonly Induction[]
  /** Rooms it closes while it is booked. */
  heardIn: readonly { id: number; name: string }[]
  /** Out of service now or later, soonest first; `until` null: nobody knows yet. */
  outages: readonly { from: Temporal.Instant; until: Temporal.Instant | null; cause: OutageCause }[]
}

/** A machine as the team describes it. */
export interface MachineSheet {
  spaceId: number
  name: string
  kind: MachineKind
  status: Machine['status']
  slotMinutes: number
  dayMinutes: number
  weekMinutes: number
  minAge: number
  supervision: Supervision
  goesWithTheRoom: boolean
  texts: Readonly<Record<string, MachineTexts>>
  inductionIds: readonly number[]
  /** Rooms of the same place that hear it. */
  heardIn: readonly number[]
}

/** When a lab is open, in which room, with whom. */
export interface Opening {
  id: number
  centre: number
  place: number
  space: number
  kind: 'bookable' | 'open-lab'
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  supervisor: { id: number; name: string } | null
}

/** A time a machine is not free. « quiet »: a room that would hear it is in use. */
export interface Held {
  machine: number
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  by: 'session' | 'booking' | 'clinic' | 'stop' | 'opening' | 'quiet'
}

/** The rules of a lab, in numbers. */
export interface HouseRules {
  bookingsAhead: number
  daysAhead: number
  absencesAllowed: number
  absenceDays: number
  pauseDays: number
  supervisedUnder: number
}

/** What a lab starts with; the same numbers as the defaults of `fablab.house_rules`. */
export const usualRules: HouseRules = {
  bookingsAhead: 2,
  daysAhead: 28,
  absencesAllowed: 2,
  absenceDays: 60,
  pauseDays: 14,
  supervisedUnder: 16,
}

/** Somebody, or a group, who uses machines. */
export interface Maker {
  id: number
  centre: number
  resident: number
  name: string
  kind: 'person' | 'group'
  /** Only of somebody under 18. */
  birthYear: number | null
  adultName: string | null
  language: string
  phoneSealed: Buffer | null
  emailSealed: Buffer | null
  tokenSealed: Buffer
}

/** That somebody was shown a machine. */
export interface Authorisation {
  id: number
  maker: number
  induction: number
  grantedAt: Temporal.Instant
  expiresAt: Temporal.Instant | null
  unusedMonths: number | null
  lastUsedAt: Temporal.Instant | null
  withdrawnAt: Temporal.Instant | null
}

export interface Booking {
  id: number
  centre: number
  machine: number
  maker: number
  kind: BookingKind
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  people: number
  status: 'booked' | 'waiting' | 'cancelled'
  came: 'present' | 'absent' | null
  cancelledBy: 'maker' | 'lab' | 'outage' | 'opening' | 'authorisation' | null
  movedFrom: number | null
  revision: number
  bookedAt: Temporal.Instant
  tokenSealed: Buffer
}
