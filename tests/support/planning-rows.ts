import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'

/** One row of every table of planning, of the team and of the nomadic rounds, in one centre, behind everybody's back. */
export async function writePlanningRows(
  owner: pg.Pool,
  seal: Seal,
  { centre, session, member }: { centre: number; session: number; member: number },
): Promise<void> {
  const write = (statement: string, values: unknown[]) =>
    owner.query(`${statement} on conflict do nothing`, values)
  const one = async (statement: string, values: unknown[]) =>
    Number((await owner.query(statement, values)).rows[0]?.id ?? 0)
  const key = () => randomBytes(32)
  const sealed = seal.close('+33639981235')
  const place = await one('select place_id as id from programme.sessions where id = $1', [session])
  const organisation = await one('select id from network.organisations where centre_id = $1', [centre])
  const kit = await one(
    `insert into network.kits (centre_id, place_id, kind, name) values ($1, $2, 'tablets', $3) returning id`,
    [centre, place, `Tablettes ${session}`],
  )
  const stop = await one(
    `insert into network.stops (centre_id, place_id, starts_at, ends_at)
     values ($1, $2, timestamptz '2031-01-01' + $3 * interval '1 day', timestamptz '2031-01-01 02:00' + $3 * interval '1 day') returning id`,
    [centre, place, session],
  )
  const subscription = await one(
    `insert into network.subscriptions (centre_id, insee_code, town, asked_by, language, contact_key, phone_sealed, token_hash, token_sealed, created_at)
     values ($1, '93066', 'Saint-Denis', 'resident', 'fr', $2, $3, $4, $3, now()) returning id`,
    [centre, key(), sealed, key()],
  )
  await write('insert into network.door_codes (place_id, centre_id, code) values ($1, $2, $3)', [
    place,
    centre,
    '12A45',
  ])
  await write('insert into network.stop_hosts (stop_id, member_id, centre_id) values ($1, $2, $3)', [
    stop,
    member,
    centre,
  ])
  await write('insert into network.stop_kits (stop_id, kit_id, centre_id) values ($1, $2, $3)', [
    stop,
    kit,
    centre,
  ])
  await write(
    'insert into network.tellings (centre_id, subscription_id, stop_id, told_at) values ($1, $2, $3, now())',
    [centre, subscription, stop],
  )
  await write('insert into programme.session_kits (session_id, kit_id, centre_id) values ($1, $2, $3)', [
    session,
    kit,
    centre,
  ])
  await write(
    'insert into programme.host_feeds (member_id, centre_id, token_hash, token_sealed, created_at) values ($1, $2, $3, $4, now())',
    [member, centre, key(), sealed],
  )
  await write(
    `insert into team.profiles (member_id, centre_id, kind, changed_at) values ($1, $2, 'staff', now())`,
    [member, centre],
  )
  await write(
    `insert into team.absences (member_id, centre_id, from_on, until_on) values ($1, $2, '2031-01-01', '2031-01-02')`,
    [member, centre],
  )
  await write(
    `insert into team.applications (centre_id, name, contact_key, phone_sealed, language, languages, reach_km, created_at)
     values ($1, 'Noé', $2, $3, 'fr', '{fr}', 10, now())`,
    [centre, key(), sealed],
  )
  await write(
    `insert into team.hours (session_id, member_id, centre_id, on_day, minutes, recorded_at) values ($1, $2, $3, '2026-11-01', 90, now())`,
    [session, member, centre],
  )
  await write(
    `insert into planning.calls (centre_id, session_id, member_id, status, asked_at, token_hash, token_sealed) values ($1, $2, $3, 'asked', now(), $4, $5)`,
    [centre, session, member, key(), sealed],
  )
  await write(
    `insert into planning.fills (centre_id, from_on, until_on, status, created_by, created_at) values ($1, '2026-12-01', '2026-12-07', 'waiting', $2, now())`,
    [centre, member],
  )
  await write(
    `insert into planning.imports (centre_id, created_by, kind, rows, created_at) values ($1, $2, 'sheet', '[]', now())`,
    [centre, member],
  )
  await write(
    `insert into planning.proposals (centre_id, organisation_id, proposed_by, kind, activity_id, place_id, wishes, created_at)
     select $1, $2, $3, 'session', activity_id, place_id, array[now() + interval '40 days'], now() from programme.sessions where id = $4`,
    [centre, organisation, member, session],
  )
  await write(
    `insert into print.batches (centre_id, week, language, status, created_by, created_at) values ($1, '2026-11-30', 'fr', 'waiting', $2, now())`,
    [centre, member],
  )
}
