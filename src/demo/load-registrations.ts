import { nameKey, sealContact } from '#modules/people/index.ts'
import { newTicket } from '#modules/registrations/index.ts'
import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Audience, Party } from './audience.ts'
import { loadCourses } from './load-courses.ts'
import { castPerson, crowdFor, madeUpPerson, type Person } from './person.ts'

interface Joining {
  person: Person
  party: Party
  session: number
  createdAt: Temporal.Instant
}

interface Joined {
  centre: number
  /** Rank of the centre among the twelve, from 0: its made-up people are its own. */
  rank: number
  audiences: readonly Audience[]
  sessions: ReadonlyMap<string, number>
}

/**
 * Writes everybody who joined a session of a centre, or a course through its first date, and why some wait; answers how
 * many people they are.
 */
export async function loadRegistrations(work: Work, seal: Seal, joined: Joined): Promise<number> {
  await loadCourses(work, joined.centre)
  const joinings = joiningsOf(joined, work.now)
  const people = [...new Map(joinings.map(({ person }) => [person.key, person])).values()]
  if (people.length === 0) return 0
  const residents = await loadResidents(work, seal, joined.centre, people)
  const rows = joinings.map(({ person, party, session, createdAt }) => {
    const ticket = newTicket(seal)
    const gone = party.status === 'cancelled'
    return {
      centre_id: joined.centre,
      session_id: session,
      resident_id: residents.get(person.key) ?? 0,
      party: party.seats,
      status: party.status,
      seats: party.status === 'confirmed' ? party.seats : 0,
      source: person.throughHelper ? 'desk' : 'web',
      language: person.language,
      token_hash: ticket.hash,
      token_sealed: ticket.sealed,
      created_at: createdAt,
      cancelled_at: gone ? work.now : null,
      cancelled_by: gone ? 'session' : null,
    }
  })
  const written = await inBatches(rows, (batch) =>
    work.tx
      .insertInto('registrations.registrations')
      .values(batch)
      .returning(['id', 'status', 'created_at'])
      .execute(),
  )
  const waiting = written.filter(({ status }) => status === 'waitlisted')
  if (waiting.length > 0)
    await work.tx
      .insertInto('registrations.decisions')
      .values(
        waiting.map(({ id, created_at }) => ({
          centre_id: joined.centre,
          registration_id: id,
          at: created_at,
          decision: 'waitlisted',
          seats_free: 0,
        })),
      )
      .execute()
  return people.length
}

/** Everybody in turn, so that nobody is asked twice the same hour; within a session, each joined an hour after the one before. */
function joiningsOf({ rank, audiences, sessions }: Joined, now: Temporal.Instant): Joining[] {
  const crowd = crowdFor(audiences.reduce((sum, { parties }) => sum + parties.length, 0))
  let next = 0
  return audiences.flatMap(({ planned, parties }) =>
    parties.map((party, position) => ({
      party,
      person: party.cast ? castPerson(party.cast) : madeUpPerson(rank, next++ % crowd),
      session: sessions.get(planned.key) ?? 0,
      createdAt: now.subtract({ hours: parties.length - position }),
    })),
  )
}

async function loadResidents(work: Work, seal: Seal, centre: number, people: readonly Person[]) {
  const rows = people.map(({ name, phone, language, throughHelper }) => {
    const contact = sealContact(seal, { kind: 'phone', canonical: phone })
    return {
      centre_id: centre,
      name,
      name_key: nameKey(name),
      contact_key: contact.key,
      phone_sealed: contact.phoneSealed,
      through_helper: throughHelper,
      language,
      created_at: work.now,
      last_contact_at: work.now,
    }
  })
  const written = await inBatches(rows, (batch) =>
    work.tx
      .insertInto('people.residents')
      .values(batch)
      .returning(['id', 'contact_key', 'name_key'])
      .execute(),
  )
  const numberOf = new Map(
    written.map((row) => [`${row.contact_key?.toString('hex')}.${row.name_key}`, row.id]),
  )
  return new Map(
    people.map((person, i): [string, number] => [
      person.key,
      numberOf.get(`${rows[i]?.contact_key.toString('hex')}.${nameKey(person.name)}`) ?? 0,
    ]),
  )
}

/** PostgreSQL takes 65 535 values a statement. */
async function inBatches<Row, Written>(
  rows: readonly Row[],
  write: (batch: Row[]) => Promise<Written[]>,
): Promise<Written[]> {
  const written: Written[] = []
  for (let from = 0; from < rows.length; from += 1000)
    written.push(...(await write(rows.slice(from, from + 1000))))
  return written
}
