import type { SealedContact } from '#modules/people/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readJoinFacts, writeJoining } from './db/join.ts'
import { readRank } from './db/waiting-list.ts'
import { datesAhead } from './domain/course.ts'
import { type JoinFacts, type JoinRefusal, mayJoin } from './domain/join.ts'
import { scheduleReminders } from './remind.ts'
import type { RegistrationLink } from './ticket.ts'

export interface Register {
  /** Any date of a course is the whole course. */
  sessionId: number
  /** First name, or how the person wants to be called; already cleaned. */
  name: string
  /** Null only for somebody who comes to the door without giving one. */
  contact: SealedContact | null
  /** How many people come together, 1 to 6. */
  party: number
  language: string
  /** The contact is a helper's, who gets the messages. */
  throughHelper: boolean
  source: 'web' | 'api' | 'desk' | 'walk-in'
  ticket: RegistrationLink
}

export interface Registered {
  id: number
  status: 'confirmed' | 'waitlisted' | 'offered'
  /** Place in the waiting list, 1 for the first; null when not waiting. */
  rank: number | null
  /** The same person had joined the same session: this is that registration. */
  again: boolean
  /** How many come: as many as were said first. */
  party: number
  /** Where the seats are: what leads the course, whichever of its dates was asked for. */
  session: number
  tokenSealed: Buffer
}

type Schemas = 'registrations' | 'programme' | 'people' | 'network'

/**
 * Joins a session. With seats left it is confirmed, otherwise it waits; at the door nobody waits, and a full room is a
 * refusal. Two questions to the database and one commit: what is known, then the seats, the resident and the
 * registration together.
 */
export async function register(
  work: Work<Schemas>,
  command: Register,
): Promise<Result<Registered, { refusal: JoinRefusal }>> {
  const facts = await readJoinFacts(work, command.sessionId, command)
  if (!facts) return refuse({ refusal: 'session-unknown' })
  if (facts.held) return done(await again(work, facts.session, facts.held))
  const atTheDoor = command.source === 'walk-in'
  const no = mayJoin(facts, command.party, work.now, atTheDoor)
  if (no) return refuse({ refusal: no })

  const joined = await writeJoining(work, {
    ...command,
    centre: facts.centre,
    session: facts.session,
    tokenHash: command.ticket.hash,
    tokenSealed: command.ticket.sealed,
  })
  if (!joined) return refuse({ refusal: 'session-cancelled' })
  if (joined.status === 'waitlisted' && atTheDoor) return refuse({ refusal: 'session-full' })

  if (command.contact) tell(work, facts, joined)
  return done({
    ...joined,
    again: false,
    party: command.party,
    session: facts.session,
    tokenSealed: command.ticket.sealed,
  })
}

async function again(
  work: Work<Schemas>,
  session: number,
  held: Omit<Registered, 'rank' | 'again' | 'session'>,
) {
  const rank = held.status === 'waitlisted' ? await readRank(work, session, held.id) : null
  return { ...held, session, rank, again: true }
}

function tell(
  work: Work<Schemas>,
  facts: Pick<JoinFacts, 'dates'> & { centre: number },
  joined: { id: number; status: 'confirmed' | 'waitlisted' },
): void {
  const { centre } = facts
  work.enqueue('messaging.deliver', {
    centre,
    kind: `registrations.${joined.status}`,
    ref: joined.id,
    version: 0,
  })
  if (joined.status === 'confirmed')
    scheduleReminders(work, { centre, registration: joined.id }, datesAhead(facts.dates, work.now))
}
