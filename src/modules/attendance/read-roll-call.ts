import { record } from '#modules/access/index.ts'
import { readHosts, type Session } from '#modules/programme/index.ts'
import { type Course, type Registration, readCourse, readRoll } from '#modules/registrations/index.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readHeadcount } from './db/headcounts.ts'
import { readGestures } from './db/marks.ts'
import type { Gesture } from './domain/mark.ts'
import { type Tally, tallyOf } from './domain/tally.ts'

export type Schemas = 'attendance' | 'registrations' | 'programme' | 'people' | 'access' | 'network'

/** A line of the roll: a registration with a chair, and what was last said of it. */
export type RollLine = Registration & { gesture: Gesture | null }

export interface RollCall {
  session: Session
  /** All the dates of the course, this one among them; a session on its own is its only date. */
  dates: Session[]
  hosts: string[]
  /** Who has, or had, a chair. */
  roll: RollLine[]
  /** Who waits for one, or was offered one and has not answered, by rank. */
  waiting: (Registration & { rank: number | null })[]
  headcount: number | null
  tally: Tally
}

/** The session if this member may call its roll: of her centre, and hosted by her when she is a facilitator. Others do not exist for her. */
export async function sessionAtDoor(
  work: Work<Schemas>,
  member: MemberActor,
  id: number,
): Promise<{ session: Session; course: Course; hosts: { id: number; name: string }[] } | null> {
  const course = await readCourse(work, id)
  const session = course?.dates.find((date) => date.id === id)
  if (!course || !session || session.centre.id !== member.centre || session.status === 'draft') return null
  const hosts = await readHosts(work, id)
  if (member.role === 'facilitator' && !hosts.some((host) => host.id === member.member)) return null
  return { session, course, hosts }
}

/** Everything the page of a roll shows; that it was opened is written down when `opened`. */
export async function readRollCall(
  work: Work<Schemas>,
  member: MemberActor,
  id: number,
  opened: boolean,
): Promise<Result<RollCall, { refusal: 'session-unknown' }>> {
  const door = await sessionAtDoor(work, member, id)
  if (!door) return refuse({ refusal: 'session-unknown' })
  if (opened) await record(work, 'roll.opened', `session:${id}`)
  const gestures = await readGestures(work, id)
  // Who left a course after a date she came to stays on the roll of that date.
  const came = [...gestures].flatMap(([registration, { mark }]) => (mark === 'present' ? registration : []))
  const everybody = await readRoll(work, id, { also: came })
  const headcount = await readHeadcount(work, id)
  const roll = everybody
    .filter((line) => line.status === 'confirmed' || line.status === 'cancelled')
    .map((line) => ({ ...line, gesture: gestures.get(line.id) ?? null }))
  return done({
    session: door.session,
    dates: door.course.dates,
    hosts: door.hosts.map((host) => host.name),
    roll,
    waiting: everybody.filter((line) => line.status === 'waitlisted' || line.status === 'offered'),
    headcount,
    tally: tallyOf(
      roll.map(({ party, gesture }) => ({ party, mark: gesture?.mark ?? null })),
      headcount ?? 0,
    ),
  })
}
