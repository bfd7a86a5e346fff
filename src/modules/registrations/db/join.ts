import { nameKey, type SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { JoinFacts } from '../domain/join.ts'

type Schemas = 'registrations' | 'programme' | 'people' | 'network'

/** A registration already held by this person for this session. */
export interface Held {
  id: number
  status: 'confirmed' | 'waitlisted' | 'offered'
  party: number
  tokenSealed: Buffer
}

/**
 * Everything the decision needs, in one question; `session` is where the seats are: the lead of a course, whichever of
 * its dates is asked for. Null: no such session.
 */
export async function readJoinFacts(
  work: Work<Schemas>,
  session: number,
  person: { name: string; contact: SealedContact | null },
): Promise<(JoinFacts & { session: number; centre: number; held: Held | null }) | null> {
  const key = person.contact?.key ?? null
  const { rows } = await sql<{
    id: number
    centre_id: number
    status: string
    ends_at: Temporal.Instant
    dates: { id: number; course: string | null; status: string; zone: string; starts: string; ends: string }[]
    capacity: number
    open_of_contact: number
    held_id: number | null
    held_status: Held['status'] | null
    held_token: Buffer | null
    held_party: number | null
  }>`
    select s.id, s.centre_id, case asked.status when 'published' then s.status else asked.status end as status,
      asked.ends_at, s.capacity,
      held.id as held_id, held.status as held_status, held.token_sealed as held_token, held.party as held_party,
      (select json_agg(json_build_object('id', d.id, 'course', d.course_key, 'status', d.status, 'zone', p.time_zone, 'starts', d.starts_at, 'ends', d.ends_at))
        from programme.sessions d join network.places p on p.id = d.place_id where d.id = s.id or d.lead_id = s.id) as dates,
      (select count(*)::int from people.residents r
        join registrations.registrations o on o.resident_id = r.id and o.status <> 'cancelled'
        join programme.sessions later on later.id = o.session_id and later.starts_at > ${work.now}
        where r.centre_id = s.centre_id and r.contact_key = ${key}) as open_of_contact
    from programme.sessions asked
    join programme.sessions s on s.id = case when asked.lead_id is null then asked.id else asked.lead_id end
    left join lateral (
      select r.id, r.status, r.token_sealed, r.party
      from people.residents resident join registrations.registrations r on r.resident_id = resident.id
      where resident.centre_id = s.centre_id and resident.contact_key = ${key} and resident.name_key = ${nameKey(person.name)}
        and r.session_id = s.id and r.status <> 'cancelled'
      limit 1
    ) held on true
    where asked.id = ${session}`.execute(work.tx)
  const row = rows[0]
  if (!row) return null
  return {
    session: row.id,
    centre: row.centre_id,
    status: row.status,
    dates: row.dates.map(({ id, course, status, zone, starts, ends }) => ({
      id,
      course: course === null ? null : {},
      status,
      start: Temporal.Instant.from(starts).toZonedDateTimeISO(zone),
      end: Temporal.Instant.from(ends).toZonedDateTimeISO(zone),
    })),
    endsAt: row.ends_at,
    capacity: row.capacity,
    openOfContact: row.open_of_contact,
    held:
      row.held_id && row.held_status && row.held_token && row.held_party
        ? { id: row.held_id, status: row.held_status, party: row.held_party, tokenSealed: row.held_token }
        : null,
  }
}

/** What is written when somebody joins. */
export interface Joining {
  centre: number
  session: number
  name: string
  contact: SealedContact | null
  language: string
  throughHelper: boolean
  party: number
  source: string
  tokenHash: Buffer
  tokenSealed: Buffer
}

/**
 * Claims the seats, finds or makes the resident, writes the registration: one statement. It is confirmed when the seats
 * were there; otherwise it waits, with its rank at that moment and the reason kept. Null when the session closed
 * meanwhile. Two equal requests meet on a unique key, and the second one is tried again by `inWork`.
 */
export async function writeJoining(
  work: Work<Schemas>,
  joining: Joining,
): Promise<{ id: number; status: 'confirmed' | 'waitlisted'; rank: number | null } | null> {
  const addedBy = work.actor.kind === 'member' ? work.actor.member : null
  const { rows } = await sql<{ id: number; status: 'confirmed' | 'waitlisted'; rank: number | null }>`
    with seat as materialized (select programme.claim_seats(${joining.session}, ${joining.party}) as claim),
    person as (
      insert into people.residents
        (centre_id, name, name_key, contact_key, phone_sealed, email_sealed, through_helper, language, added_by, created_at, last_contact_at)
      select ${joining.centre}::int, ${joining.name}, ${nameKey(joining.name)}, ${joining.contact?.key ?? null}::bytea,
        ${joining.contact?.phoneSealed ?? null}::bytea, ${joining.contact?.emailSealed ?? null}::bytea,
        ${joining.throughHelper}::boolean, ${joining.language}, ${addedBy}::int, ${work.now}::timestamptz, ${work.now}::timestamptz
      from seat where claim <> 'closed'
      on conflict (centre_id, contact_key, name_key) do update
        set last_contact_at = excluded.last_contact_at, language = excluded.language, through_helper = excluded.through_helper
      returning id
    ),
    registration as (
      insert into registrations.registrations
        (centre_id, session_id, resident_id, party, status, seats, source, language, token_hash, token_sealed, created_at)
      select ${joining.centre}::int, ${joining.session}::int, person.id, ${joining.party}::int,
        case claim when 'held' then 'confirmed' else 'waitlisted' end,
        case claim when 'held' then ${joining.party}::int else 0 end,
        ${joining.source}, ${joining.language}, ${joining.tokenHash}::bytea, ${joining.tokenSealed}::bytea, ${work.now}::timestamptz
      from seat, person
      returning id, status
    ),
    reason as (
      insert into registrations.decisions (centre_id, registration_id, at, decision, seats_free)
      select ${joining.centre}::int, id, ${work.now}::timestamptz, 'waitlisted', 0 from registration where status = 'waitlisted'
    )
    select id, status, case status when 'waitlisted' then
        (select count(*)::int + 1 from registrations.registrations where session_id = ${joining.session} and status = 'waitlisted')
      end as rank
    from registration`.execute(work.tx)
  return rows[0] ?? null
}
