import { Kysely, sql } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'
import { ScopedDialect } from './scoped-driver.ts'

// Instants and calendar dates come back as Temporal; whole numbers of people fit in a number.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) =>
  Temporal.Instant.from(value.replace(' ', 'T')),
)
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => Temporal.PlainDate.from(value))
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const names = new Map<string, string>()

/**
 * Begins a statement to be planned for its values each time. A prepared one is soon planned for any values, and such a
 * plan takes a month of a calendar for a needle: it looks for its thousands of rows one by one.
 */
export const plannedAnew = sql.raw('/* planned anew */')
const planned = /^\s*\/\* planned anew \*\//

/** Prepared statements for everything that has parameters, at most a thousand of them. */
class NamedClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads query in ways its own types cannot extend
  override query(text: any, values?: any, callback?: any): any {
    if (typeof text !== 'string' || !values?.length) return super.query(text, values, callback)
    if (planned.test(text)) return super.query(text, values, callback)
    if (!names.has(text) && names.size < 1000) names.set(text, `q${names.size}`)
    const name = names.get(text)
    return name ? super.query({ name, text, values }, callback) : super.query(text, values, callback)
  }
}

export type Database = Kysely<DB>

/** A pool of eight connections: on two cores more of them is slower (measured, decision 0001). */
export function openPool(url: string, options: { max?: number; asWorker?: boolean } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    Client: options.asWorker ? pg.Client : NamedClient,
    ...(options.asWorker ? { options: '-c role=maillage_worker' } : {}),
  } as pg.PoolConfig)
  // Without a listener, one broken idle connection would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new ScopedDialect({ pool }) })
}

/** Refuses a connection that row-level security would not bind. */
export async function refuseDangerousRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; super: boolean; bypass: boolean; owner: boolean }>(`
    select current_user as name, rolsuper as super, rolbypassrls as bypass,
      exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and pg_has_role(current_user, c.relowner, 'usage')) as owner
    from pg_roles where rolname = current_user`)
  const role = rows[0]
  if (!role) throw new Error('the database did not say who we are')
  const why = role.super
    ? 'is a superuser'
    : role.bypass
      ? 'has BYPASSRLS'
      : role.owner
        ? 'owns tables'
        : null
  if (why)
    throw new Error(
      `DATABASE_URL signs in as « ${role.name} », which ${why}: one centre could then see another’s people. ` +
        'Use a plain role such as maillage_app (README, « On your own PostgreSQL »).',
    )
}

export type { DB }
export { sql }
