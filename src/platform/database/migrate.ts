import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { projectRoot } from './project-root.ts'

/** Every `NNNN-name.sql` of the house, wherever its module lives, in the order of its number. */
function migrationFiles(): { name: string; path: string }[] {
  const src = join(projectRoot, 'src')
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[\\/]\d{4}-[a-z-]+\.sql$/.test(path))
    .map((path) => ({ name: path.split(/[\\/]/).at(-1)?.slice(0, -4) ?? path, path: join(src, path) }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/**
 * Brings a database to the present shape, as its owner: the queue's tables first, then every numbered file once,
 * all in one transaction. Safe to run from several processes at once (the migrator takes a lock).
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await runMigrations({ pgPool: pool, logger: quietLogger })
    const migrator = new Migrator({
      db,
      migrationTableSchema: 'migrations',
      provider: {
        getMigrations: async () =>
          Object.fromEntries(
            migrationFiles().map(({ name, path }) => [
              name,
              {
                up: async (tx: Kysely<unknown>) =>
                  void (await sql.raw(readFileSync(path, 'utf8')).execute(tx)),
              },
            ]),
          ),
      },
    })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } finally {
    await db.destroy()
  }
}

/** The queue speaks only when something is wrong. */
export const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error') process.stderr.write(`${message}\n`)
})
