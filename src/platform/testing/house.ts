import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase, openPool } from '#platform/database/index.ts'
import { type Listening, listen } from '#platform/database/listen.ts'
import type { House } from '#platform/house.ts'
import { openSeal } from '#platform/seal/index.ts'
import { readSettings } from '#platform/settings.ts'
import { openWork } from '#platform/work/index.ts'
import { openTestDatabase } from './database.ts'

/** A house on a database of its own, with a clock the test sets. */
export interface TestHouse {
  house: House
  /** The moment it is; assign it to let time pass. */
  now: Temporal.Instant
  /** As the owner: to look behind the scenes. */
  owner: pg.Pool
  ownerUrl: string
  appUrl: string
  close(): Promise<void>
}

/** Opens it on a Tuesday morning in Paris, `env` over the default settings. */
export async function testHouse(env: Record<string, string> = {}): Promise<TestHouse> {
  const { appUrl, ownerUrl, close } = await openTestDatabase()
  const pool = openPool(appUrl, { max: 4 })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  owner.on('error', () => {})
  const db = openDatabase(pool)
  const settings = readSettings({
    MAILLAGE_DATA: join(tmpdir(), 'maillage-tests'),
    MAILLAGE_SECRET: 'a secret for tests only, thirty-two bytes',
    MAILLAGE_RATE_LIMIT: 'off',
    MAILLAGE_DEMO: 'off',
    PUBLIC_URL: 'http://localhost',
    ...env,
  })
  const clock = { now: Temporal.Instant.from('2026-12-01T08:00:00Z') }
  const now = () => clock.now
  const listening: Listening[] = []
  const ends: (() => void)[] = []
  return {
    house: {
      settings,
      demo: settings.demo === 'on',
      db,
      now,
      seal: openSeal(Buffer.alloc(32, 7)),
      inWork: openWork(db, now),
      listen(channel, heard) {
        const one = listen(appUrl, channel, heard)
        listening.push(one)
        return one
      },
      closing: (end) => void ends.push(end),
    },
    get now() {
      return clock.now
    },
    set now(moment) {
      clock.now = moment
    },
    owner,
    ownerUrl,
    appUrl,
    async close() {
      for (const end of ends) end()
      await Promise.all(listening.map((one) => one.close()))
      await Promise.all([pool.end(), owner.end()])
      await close()
    },
  }
}
