import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { register } from './register.ts'
import { newTicket } from './ticket.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
const crowd = 3000

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  // Everybody came this morning: the database has not yet had time to count them.
  await at.owner.query(
    `insert into people.residents (centre_id, name, name_key, contact_key, phone_sealed, language, created_at, last_contact_at)
     select $1, 'Voisin', 'voisin ' || n, sha256(n::text::bytea), 'x', 'fr', $2, $2 from generate_series(1, $3::int) n`,
    [world.centres.saintOuen, at.now.toString(), crowd],
  )
})
afterAll(() => at.close())

test('on a first day with three thousand people, joining reads the person who joins and not everybody', async () => {
  const { rows } = await at.owner.query<{ id: number }>(
    `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity)
     select $1, (select min(id) from programme.activities), id, $2::timestamptz + n * interval '1 hour', $2::timestamptz + n * interval '1 hour 1 minute', 100
     from network.places, generate_series(1, $3::int) n where centre_id = $1 and kind = 'site' returning id`,
    [world.centres.saintOuen, at.now.add({ hours: 240 }).toString(), crowd],
  )
  await at.owner.query(
    `insert into registrations.registrations (centre_id, session_id, resident_id, party, status, seats, source, language, token_hash, token_sealed, created_at)
     select centre_id, $2, id, 1, 'waitlisted', 0, 'web', 'fr', contact_key, 'x', $3 from people.residents where centre_id = $1 and name = 'Voisin'`,
    [world.centres.saintOuen, rows[0]?.id, at.now.toString()],
  )
  const contact = parseContact({ phone: '06 12 34 56 78' })
  if (!contact.ok) throw new Error('a phone')
  await at.house.inWork({ kind: 'resident', centre: world.centres.saintOuen }, async (work) => {
    // As a statement that was prepared when the centre knew nobody.
    await sql`set local plan_cache_mode = force_generic_plan`.execute(work.tx)
    const joined = await register(work, {
      sessionId: rows[0]?.id ?? 0,
      name: 'Monique',
      contact: sealContact(at.house.seal, contact.value),
      party: 1,
      language: 'fr',
      throughHelper: false,
      source: 'web',
      ticket: newTicket(at.house.seal),
    })
    expect(joined).toMatchObject({ ok: true })
    const read = await sql<{ table: string; rows: number }>`
      select schemaname || '.' || relname as table, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows
      from pg_stat_xact_user_tables where schemaname in ('people', 'programme', 'registrations')`.execute(
      work.tx,
    )
    const most = Math.max(...read.rows.map((table) => table.rows))
    expect(read.rows.length).toBeGreaterThan(2)
    expect(most, JSON.stringify(read.rows)).toBeLessThan(20)
  })
})
