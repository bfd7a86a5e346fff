import { record } from '#modules/access/index.ts'
import { cleanName, longestName, type SealedContact } from '#modules/people/index.ts'
import { type newTicket, readByToken, register } from '#modules/registrations/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { isItsDay } from './domain/mark.ts'
import { type MarkRefusal, mark } from './mark.ts'
import { type Schemas, sessionAtDoor } from './read-roll-call.ts'

export interface WalkIn {
  sessionId: number
  /** As typed. */
  name: string
  /** Kept only when the door or the coordinator asks for it: a facilitator notes a first name. */
  contact: SealedContact | null
  language: string
  /** Made from the page's own gesture number: the same form posted twice brings one person. */
  ticket: ReturnType<typeof newTicket>
}

export type WalkInRefusal =
  | MarkRefusal
  | { refusal: 'name-missing' | 'session-cancelled' | 'session-over' | 'already-waiting' | 'too-many-open' }

/** Seats somebody who came without registering, and marks her present; refused when no chair is left. */
export async function walkIn(
  work: Work<Schemas>,
  command: WalkIn,
): Promise<Result<{ registrationId: number }, WalkInRefusal>> {
  const { actor } = work
  const door = actor.kind === 'member' ? await sessionAtDoor(work, actor, command.sessionId) : null
  if (!door || actor.kind !== 'member') return refuse({ refusal: 'session-unknown' })
  if (!isItsDay(door.session.start, work.now)) return refuse({ refusal: 'not-the-day' })
  const name = cleanName(command.name).slice(0, longestName)
  if (!name) return refuse({ refusal: 'name-missing' })
  const before = await readByToken(work, command.ticket.hash)
  if (before) return done({ registrationId: before.id })

  const joined = await register(work, {
    sessionId: command.sessionId,
    name,
    contact: actor.role === 'facilitator' ? null : command.contact,
    party: 1,
    language: command.language,
    throughHelper: false,
    source: 'walk-in',
    ticket: command.ticket,
  })
  if (!joined.ok) {
    if (joined.refusal === 'session-started' || joined.refusal === 'course-started')
      return refuse({ refusal: 'session-over' })
    if (joined.refusal === 'party-too-large') return refuse({ refusal: 'session-full' })
    return refuse({ refusal: joined.refusal })
  }
  if (joined.value.status !== 'confirmed') return refuse({ refusal: 'already-waiting' })
  const marked = await mark(work, {
    sessionId: command.sessionId,
    registrationId: joined.value.id,
    mark: 'present',
  })
  if (!marked.ok) return marked
  await record(work, 'walk-in.added', `registration:${joined.value.id}`)
  return done({ registrationId: joined.value.id })
}
