import { joinsOf, nameAt, phoneAt, residents } from '#fixtures/world.ts'
import { nameKey, sealContact } from '#modules/people/index.ts'
import { newTicket } from '#modules/registrations/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { batches } from './batches.ts'
import type { Loaded } from './sessions.ts'

interface Person {
  key: string
  name: string
  phone: string
  language: string
  throughHelper: boolean
}

interface Joining {
  person: Person
  session: number
  party: number
  status: 'confirmed' | 'waitlisted' | 'cancelled'
}

/** Who joined what in one centre, so that chairs taken are the chairs held; gives how many registrations. */
export async function loadJoined(work: Work, seal: Seal, centre: number, sessions: Loaded[]): Promise<number> {
  const people = new Crowd(centre)
  const joinings = sessions.flatMap((session) => joiningsOf(session, people))
  const ids = await loadResidents(work, seal, centre, joinings)
  let total = 0
  for (const batch of batches(joinings)) {
    const rows = batch.map(({ person, session, party, status }, i) => {
      const { hash, sealed } = newTicket(seal)
      return {
        centre_id: centre,
        session_id: session,
        resident_id: ids.get(person.key) as number,
        party,
        status,
        seats: status === 'confirmed' ? party : 0,
        source: 'web',
        language: person.language,
        token_hash: hash,
        token_sealed: sealed,
        created_at: work.now.subtract({ hours: 3 + (i % 60) }),
        ...(status === 'cancelled' ? { cancelled_at: work.now, cancelled_by: 'session' } : {}),
      }
    })
    const made = await work.tx.insertInto('registrations.registrations').values(rows).returning(['id', 'status', 'created_at']).execute()
    total += made.length
    const waiting = made.filter(({ status }) => status === 'waitlisted')
    if (waiting.length > 0)
      await work.tx
        .insertInto('registrations.decisions')
        .values(waiting.map((row) => ({ centre_id: centre, registration_id: row.id, at: row.created_at, decision: 'waitlisted', seats_free: 0 })))
        .execute()
  }
  await sql`update programme.sessions s set seats_taken = held.seats
    from (select session_id, sum(seats)::int as seats from registrations.registrations where centre_id = ${centre} group by session_id) held
    where held.session_id = s.id and s.centre_id = ${centre}`.execute(work.tx)
  return total
}

/** The named cast first, in the order they joined; then made-up people until the session is as full as its story. */
function joiningsOf({ id, planned, situation }: Loaded, people: Crowd): Joining[] {
  const cast = joinsOf(planned)
  const seats =
    situation.kind === 'normal' ? situation.filled : situation.kind === 'full' ? planned.capacity : Math.floor(planned.capacity / 2)
  const seated = situation.kind === 'cancelled' ? 'cancelled' : 'confirmed'
  const joinings: Joining[] = cast
    .filter(({ status }) => status === 'confirmed')
    .map(({ resident, party }) => ({ person: people.named(resident), session: id, party, status: seated }))
  let taken = joinings.reduce((sum, { party }) => sum + party, 0)
  for (let i = 0; taken < seats; i++) {
    // Every fifth party comes as two, while two chairs are left.
    const party = i % 5 === 4 && seats - taken >= 2 ? 2 : 1
    joinings.push({ person: people.next(), session: id, party, status: seated })
    taken += party
  }
  if (situation.kind !== 'full') return joinings
  const waiting: Joining[] = cast
    .filter(({ status }) => status === 'waitlisted')
    .map(({ resident, party }) => ({ person: people.named(resident), session: id, party, status: 'waitlisted' }))
  while (waiting.length < situation.waiting) waiting.push({ person: people.next(), session: id, party: 1, status: 'waitlisted' })
  return [...joinings, ...waiting]
}

/** Made-up people, each once, and the cast, always the same. */
class Crowd {
  #next: number
  constructor(centre: number) {
    // Each centre draws from its own part of the list, so that first names differ from one roll to the next.
    this.#next = centre * 797
  }
  next(): Person {
    const i = this.#next++
    return { key: `crowd ${i}`, name: nameAt(i), phone: phoneAt(i), language: 'fr', throughHelper: false }
  }
  named(slug: string): Person {
    const resident = residents.find((one) => one.slug === slug)
    if (!resident) throw new Error(`nobody in the cast is called ${slug}`)
    return { key: slug, name: resident.name, phone: resident.phone, language: resident.language, throughHelper: 'helper' in resident }
  }
}

async function loadResidents(work: Work, seal: Seal, centre: number, joinings: Joining[]): Promise<Map<string, number>> {
  const people = [...new Map(joinings.map(({ person }) => [person.key, person])).values()]
  const ids = new Map<string, number>()
  for (const batch of batches(people)) {
    const rows = batch.map((person) => {
      const { key, phoneSealed } = sealContact(seal, { kind: 'phone', canonical: person.phone })
      return {
        centre_id: centre,
        name: person.name,
        name_key: nameKey(person.name),
        contact_key: key,
        phone_sealed: phoneSealed,
        through_helper: person.throughHelper,
        language: person.language,
        created_at: work.now,
        last_contact_at: work.now,
      }
    })
    const made = await work.tx.insertInto('people.residents').values(rows).returning('id').execute()
    for (const [i, { id }] of made.entries()) ids.set((batch[i] as Person).key, id)
  }
  return ids
}
