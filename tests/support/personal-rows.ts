import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'
import type { SmallWorld } from '#platform/testing/small-world.ts'

/** One row of every personal table in one centre, written by the owner behind everybody's back. */
export async function writePersonalRows(
  owner: pg.Pool,
  seal: Seal,
  { centre, session, member, name }: { centre: number; session: number; member: number; name: string },
): Promise<{ resident: number; registration: number }> {
  const one = async (statement: string, values: unknown[]) =>
    Number((await owner.query(statement, values)).rows[0]?.id ?? 0)
  const key = () => randomBytes(32)
  const sealed = seal.close('+33639981234')
  const resident = await one(
    `insert into people.residents (centre_id, name, name_key, contact_key, phone_sealed, language, created_at, last_contact_at)
     values ($1, $2, $2, $3, $4, 'fr', now(), now()) returning id`,
    [centre, name, key(), sealed],
  )
  const registration = await one(
    `insert into registrations.registrations (centre_id, session_id, resident_id, party, status, seats, source, language, token_hash, token_sealed, created_at)
     values ($1, $2, $3, 1, 'confirmed', 1, 'web', 'fr', $4, $5, now()) returning id`,
    [centre, session, resident, key(), sealed],
  )
  await owner.query('update programme.sessions set seats_taken = seats_taken + 1 where id = $1', [session])
  await owner.query(
    `insert into registrations.decisions (centre_id, registration_id, at, decision, seats_free) values ($1, $2, now(), 'accepted', 1)`,
    [centre, registration],
  )
  await owner.query(
    `insert into attendance.marks (centre_id, session_id, registration_id, mark, marked_by, marked_at) values ($1, $2, $3, 'present', $4, now())`,
    [centre, session, registration, member],
  )
  await owner.query(
    `insert into attendance.headcounts (centre_id, session_id, people, counted_by, counted_at) values ($1, $2, 3, $3, now())`,
    [centre, session, member],
  )
  await owner.query(
    `insert into people.call_backs (centre_id, name, phone_sealed, contact_key, language, created_at) values ($1, $2, $3, $4, 'fr', now())`,
    [centre, name, sealed, key()],
  )
  await owner.query(
    `insert into messaging.messages (centre_id, kind, ref, channel, language, recipient_sealed, body_sealed, status, created_at, claimed_at)
     values ($1, 'registrations.confirmed', $2, 'sms', 'fr', $3, $3, 'sent', now(), now())`,
    [centre, registration, sealed],
  )
  await owner.query(
    `insert into access.audit (at, centre_id, member_id, role, action, subject) values (now(), $1, $2, 'receptionist', 'test', 'test')`,
    [centre, member],
  )
  await owner.query(
    `insert into access.api_keys (centre_id, scope, key_hash, created_at) values ($1, 'plan', $2, now())`,
    [centre, key()],
  )
  await owner.query(
    `insert into platform.idempotency (key_hash, centre_id, body_hash, created_at) values ($1, $2, $1, now())`,
    [key(), centre],
  )
  await owner.query(
    `insert into access.sign_in_codes (member_id, code_hash, code_sealed, created_at, expires_at) values ($1, $2, $3, now(), now())`,
    [member, key(), sealed],
  )
  await owner.query(
    `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at) values ($1, $2, now(), now(), now())`,
    [key(), member],
  )
  const learner = await one(
    `insert into learning.learners (centre_id, name, language, token_hash, token_sealed, started_at, last_step_at)
     values ($1, $2, 'fr', $3, $4, now(), now()) returning id`,
    [centre, name, key(), seal.close('AAAAAAAAAAAAAAAAAAAAAA')],
  )
  await owner.query(
    `insert into learning.walks (learner_id, centre_id, path, started_at) values ($1, $2, 'keep-safe', now())`,
    [learner, centre],
  )
  await owner.query(
    `insert into learning.steps (learner_id, centre_id, path, step, noted_by, member_id, done_at)
     values ($1, $2, 'keep-safe', 'scams', 'team', $3, now())`,
    [learner, centre, member],
  )
  await owner.query(
    `insert into learning.observed (learner_id, centre_id, gesture, member_id, observed_at) values ($1, $2, 'call', $3, now())`,
    [learner, centre, member],
  )
  await owner.query(
    `insert into learning.notes (learner_id, centre_id, sentence, member_id, noted_at) values ($1, $2, 'slowly', $3, now())`,
    [learner, centre, member],
  )
  await owner.query(
    `insert into badges.credentials (id, centre_id, achievement, evidence, subject, token_hash, token_sealed, issued_at, status_list, status_index, document, jwt)
     values (gen_random_uuid(), $1, 'scams', 'observed', gen_random_uuid(), $2, $3, now(), 1, $4, '{}', 'a.b.c')`,
    [centre, key(), sealed, registration],
  )
  const signing = await one(
    `insert into badges.keys (kind, published, from_at, retired_at) values ('ed25519', $1, now(), now()) returning id`,
    [`z6Mk${randomBytes(24).toString('hex')}`],
  )
  await owner.query('insert into badges.private_keys (key_id, sealed) values ($1, $2)', [signing, sealed])
  return { resident, registration }
}

/** More members, so that both centres have every role. */
export async function completeTeams(
  owner: pg.Pool,
  seal: Seal,
  world: SmallWorld,
): Promise<Record<string, number>> {
  const ids: Record<string, number> = {
    'receptionist of A': world.members.yanis,
    'facilitator of A': world.members.samira,
    'coordinator of A': world.members.nadia,
    'receptionist of B': world.members.rox,
    'network manager': world.members.claire,
  }
  for (const role of ['facilitator', 'coordinator']) {
    const { rows } = await owner.query(
      `insert into access.members (centre_id, slug, name, role, contact_key, phone_sealed, created_at)
       values ($1, $2, 'Lou', $3, $4, $5, now()) returning id`,
      [world.centres.roubaix, `lou-${role}`, role, randomBytes(32), seal.close('+33639980098')],
    )
    ids[`${role} of B`] = rows[0].id
  }
  for (const [side, centre] of [
    ['A', world.centres.saintOuen],
    ['B', world.centres.roubaix],
  ] as const) {
    const { rows } = await owner.query(
      `with organisation as (
         insert into network.organisations (centre_id, name, kind) values ($1, 'La Passerelle', 'association') returning id)
       insert into access.members (centre_id, slug, name, role, organisation_id, contact_key, phone_sealed, created_at)
       select $1, $2, 'Sacha', 'partner', id, $3, $4, now() from organisation returning id`,
      [centre, `sacha-${side}`, randomBytes(32), seal.close('+33639980097')],
    )
    ids[`partner of ${side}`] = rows[0].id
  }
  return ids
}
