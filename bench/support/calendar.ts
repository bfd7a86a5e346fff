import pg from 'pg'
import { openDatabase, openPool } from '#platform/database/index.ts'
import { hashOf, openSeal } from '#platform/seal/index.ts'
import { readSettings } from '#platform/settings.ts'
import { openWork } from '#platform/work/index.ts'
import { createApp } from '../../src/app.tsx'
import { percentile, print } from './figures.ts'
import type { Product } from './product.ts'

const sessions = 3000
const views = 30
const warmUp = 10

/**
 * Server work of the calendar with 3 000 sessions in view: the whole request, from its address to the last byte of its
 * page, asked of the product in this process so that nobody's network and no reader of 600 kB is counted.
 */
export async function measureCalendar(product: Product): Promise<void> {
  const owner = new pg.Client({ connectionString: product.embedded.ownerUrl })
  await owner.connect()
  await fillMonth(owner)
  const cookie = await signIn(owner)
  await owner.end()
  const pool = openPool(product.embedded.appUrl, { max: 2 })
  const db = openDatabase(pool)
  const now = () => Temporal.Now.instant()
  const settings = readSettings({
    MAILLAGE_SECRET: 'a bench keeps no secret, thirty-two bytes',
    MAILLAGE_RATE_LIMIT: 'off',
  })
  const seal = openSeal(Buffer.alloc(32, 7))
  const app = createApp({
    settings,
    demo: true,
    db,
    now,
    seal,
    inWork: openWork(db, now),
    listen: () => ({ close: async () => {} }),
    closing: () => {},
  })
  for (const by of ['space', 'host'] as const) {
    const times: number[] = []
    let bytes = 0
    for (let i = 0; i < views + warmUp; i++) {
      const began = performance.now()
      const answer = await app.request(`http://localhost/plan?span=month&by=${by}&day=2031-06-10`, {
        headers: { cookie },
      })
      const page = await answer.text()
      if (i >= warmUp) times.push(performance.now() - began)
      bytes = page.length
      const shown = page.split('data-session').length - 1
      if (shown < sessions) throw new Error(`the calendar shows ${shown} sessions (${answer.status})`)
    }
    print({
      bench: 'plan',
      metric: `calendar by ${by}, ${sessions} sessions, ${Math.round(bytes / 1024)} kB: server work, median`,
      value: percentile(times, 0.5),
      unit: 'ms',
      limit: 30,
      goal: 'under 30 ms',
      met: percentile(times, 0.5) < 30,
    })
  }
  await db.destroy()
}

/** Three thousand sessions of one June, a hundred a day, over the rooms and hosts of the first centre. */
async function fillMonth(owner: pg.Client): Promise<void> {
  await owner.query(
    'alter table programme.sessions disable trigger user; alter table programme.session_hosts disable trigger user',
  )
  await owner.query(
    `with made as (
       insert into programme.sessions (centre_id, activity_id, place_id, space_id, starts_at, ends_at, capacity, seats_taken)
       select 1, 1 + n % 30, space.place_id, space.id, at, at + interval '1 hour', 10, 5
       from generate_series(0, $1 - 1) n
       cross join lateral (select timestamptz '2031-06-01 06:00Z' + (n % 30) * interval '1 day' + (n / 30 % 12) * interval '1 hour' as at) t
       join lateral (select id, place_id from network.spaces where centre_id = 1 order by id offset n % 4 limit 1) space on true
       returning id)
     insert into programme.session_hosts (session_id, member_id, centre_id)
     select made.id, member.id, 1 from made
     join lateral (select id from access.members where centre_id = 1 order by id offset made.id % 6 limit 1) member on true`,
    [sessions],
  )
  await owner.query(
    'alter table programme.sessions enable trigger user; alter table programme.session_hosts enable trigger user',
  )
  await owner.query('analyze')
}

/** A coordinator of the first centre, signed in behind everybody's back. */
async function signIn(owner: pg.Client): Promise<string> {
  const token = 'b'.repeat(43)
  await owner.query(
    `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at)
     select $1, id, now(), now(), now() + interval '1 hour' from access.members where centre_id = 1 and role = 'coordinator' limit 1`,
    [hashOf(token)],
  )
  return `maillage=${token}`
}
