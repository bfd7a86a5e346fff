import type { Host, OpenSession, Room, Season } from '../../src/modules/planning/domain/fill-season.ts'

/** Always the same numbers for the same seed: mulberry32. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const hour = 3600
const skills = ['phone', 'computer', 'forms', 'photos', 'games', 'machines']

/**
 * A made-up season like the network's: sites in a row, five days, sessions of one to two hours of which a quarter need two
 * hosts, hosts who reach two or three sites, have half of the half-days, and some of the skills.
 */
export function makeSeason({
  sessions,
  hosts,
  sites,
  days,
  seed,
}: {
  sessions: number
  hosts: number
  sites: number
  days: number
  seed: number
}): Season {
  const next = random(seed)
  const int = (most: number) => Math.floor(next() * most)
  const some = <T>(all: readonly T[], share: number) => all.filter(() => next() < share)
  const made = {
    sessions: Array.from({ length: sessions }, (_, i): OpenSession => {
      const from = int(days) * 24 * hour + (8 + int(11)) * hour
      const two = next() < 0.25
      return {
        id: i + 1,
        from,
        to: from + (60 + 30 * int(3)) * 60,
        place: int(sites),
        hosts: two ? 2 : 1,
        skills: next() < 0.7 ? [skills[int(skills.length)] as string] : [],
        languages: next() < 0.15 ? ['ar'] : ['fr'],
        needsSpace: next() < 0.6,
        seats: 4 + int(10),
        outing: -(i + 1),
      }
    }),
    hosts: Array.from({ length: hosts }, (_, i): Host => {
      const home = int(sites)
      const reach = [home, (home + 1) % sites, ...(next() < 0.4 ? [(home + sites - 1) % sites] : [])]
      return {
        id: i + 1,
        skills: some(skills, 0.45),
        languages: next() < 0.3 ? ['fr', 'ar'] : ['fr'],
        windows: Array.from({ length: days }, (_, day) => day).flatMap((day) =>
          [8, 13].flatMap((start) =>
            next() < 0.55
              ? [{ from: (day * 24 + start) * hour, to: (day * 24 + start + (start === 8 ? 5 : 8)) * hour }]
              : [],
          ),
        ),
        held: [],
        places: new Map(reach.map((place, rank) => [place, rank * 6])),
        most: 2 + int(4),
        hoursGiven: int(50),
      }
    }),
    rooms: Array.from(
      { length: sites * 3 },
      (_, i): Room => ({ id: i + 1, place: i % sites, seats: 6 + int(12), held: [] }),
    ),
  }
  return { ...made, travel: (a, b) => (a === b ? 0 : 40) }
}
