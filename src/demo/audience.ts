import {
  joinsOf,
  type PlannedSession,
  type ResidentSlug,
  type Situation,
  situationOf,
} from '#fixtures/world.ts'

/** One party of a demo session; without `cast`, a made-up person. */
export interface Party {
  cast: ResidentSlug | null
  seats: number
  status: 'confirmed' | 'waitlisted' | 'cancelled'
}

/** A planned session, what happens to it, and everybody who joined, in the order they did. */
export interface Audience {
  planned: PlannedSession
  situation: Situation
  parties: Party[]
  /** Chairs held by the confirmed parties. */
  seatsTaken: number
}

/** One made-up party in so many comes as two. */
const oneCoupleIn = 6

/** Who comes to a session: the cast first, then made-up people up to the seats its situation tells. */
export function audienceOf(planned: PlannedSession, index: number): Audience {
  const situation = situationOf(planned, index)
  const named = joinsOf(planned).map(
    ({ resident, party, status }): Party => ({ cast: resident, seats: party, status }),
  )
  const confirmed = named.filter(({ status }) => status === 'confirmed')
  const waiting = named.filter(({ status }) => status === 'waitlisted')
  const wanted = seatsOf(situation, planned.capacity)
  let left = wanted - confirmed.reduce((seats, party) => seats + party.seats, 0)
  while (left > 0) {
    const seats = left >= 2 && (confirmed.length + index) % oneCoupleIn === 0 ? 2 : 1
    confirmed.push({ cast: null, seats, status: 'confirmed' })
    left -= seats
  }
  if (situation.kind === 'full')
    while (waiting.length < situation.waiting) waiting.push({ cast: null, seats: 1, status: 'waitlisted' })
  const parties = [...confirmed, ...waiting]
  if (situation.kind !== 'cancelled')
    return {
      planned,
      situation,
      parties,
      seatsTaken: confirmed.reduce((seats, party) => seats + party.seats, 0),
    }
  return {
    planned,
    situation,
    parties: parties.map((party) => ({ ...party, status: 'cancelled' })),
    seatsTaken: 0,
  }
}

function seatsOf(situation: Situation, capacity: number): number {
  if (situation.kind === 'full') return capacity
  if (situation.kind === 'normal') return situation.filled
  return Math.floor(capacity / 2)
}
