import { season as programme } from '#modules/programme/index.ts'
import { readTeam } from '#modules/team/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readHeld, readLacking, readRooms } from './db/fills.ts'
import type { Season } from './domain/fill-season.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access' | 'team'

/** Kilometres when nobody knows how far a place is. */
const unknownKilometres = 5

/** What a centre lacks in a period, and everybody and every room that could help. What was promised is held. */
export async function readSeason(
  work: Work<Schemas>,
  centre: number,
  period: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<Season> {
  const sessions = await readLacking(work, centre, period)
  const held = await readHeld(work, centre, period)
  const team = await readTeam(work, centre, period.from, period.to)
  const rooms = await readRooms(work, centre)
  const travel = await programme.readTravel(work, [
    ...new Set([...sessions.map(({ place }) => place), ...held.map(({ place }) => place)]),
  ])
  const weeks = Math.max(1, period.from.until(period.to).total('hours') / (24 * 7))
  const heldBy = (resource: string, id: number) =>
    held.filter((one) => one.resource === resource && one.id === id)
  return {
    travel,
    sessions: sessions.map(({ stop, ...session }) => ({ ...session, outing: stop ?? -session.id })),
    hosts: team.map((member) => ({
      id: member.member,
      skills: member.skills,
      languages: member.languages,
      windows: member.windows.map(({ from, to }) => ({
        from: from.epochMilliseconds / 1000,
        to: to.epochMilliseconds / 1000,
      })),
      held: heldBy('host', member.member),
      places: new Map(member.places.map(({ id, km }) => [id, km ?? unknownKilometres])),
      // So many requests a month, whatever the length of the period.
      most: Math.ceil((member.callsPerMonth * weeks) / 4.35),
      hoursGiven: member.minutesGiven / 60,
    })),
    rooms: rooms.map((room) => ({ ...room, held: heldBy('space', room.id) })),
  }
}
