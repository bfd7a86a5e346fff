import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely'
import pg from 'pg'

/** What the database is told about who asks, and what is added to the queue when the transaction ends well. */
export interface TransactionScope {
  centre: number | null
  role: string
  member: number | null
  jobs: { task: string; payload: object; runAt: Temporal.Instant | null; key: string | null }[]
}

/** The scope of the transaction now opening; read by the driver, which knows no use case. */
export const openingScope = new AsyncLocalStorage<TransactionScope>()

const text = (value: string | null) => (value === null ? 'null' : pg.escapeLiteral(value))

const beginSql = (scope: TransactionScope) =>
  `begin; select set_config('app.centre', ${text(scope.centre === null ? '' : String(scope.centre))}, true),` +
  ` set_config('app.role', ${text(scope.role)}, true),` +
  ` set_config('app.member', ${text(scope.member === null ? '' : String(scope.member))}, true)`

const enqueueSql = (job: TransactionScope['jobs'][number]) =>
  `select jobs.enqueue(${text(job.task)}, ${text(JSON.stringify(job.payload))}::json,` +
  ` ${text(job.runAt?.toString() ?? null)}::timestamptz, ${text(job.key)})`

/**
 * Opens each transaction with its scope and closes it with its jobs, one trip each: a transaction without a scope
 * cannot be opened, and a job cannot leave before what makes it true.
 */
class ScopedDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const scope = openingScope.getStore()
    if (!scope) throw new Error('a transaction was opened without a scope: use inWork')
    await connection.executeQuery(CompiledQuery.raw(beginSql(scope)))
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const jobs = openingScope.getStore()?.jobs ?? []
    if (jobs.length === 0) return super.commitTransaction(connection)
    // In an aborted transaction the first select fails, so this COMMIT can never be a silent ROLLBACK.
    await connection.executeQuery(CompiledQuery.raw(`${jobs.map(enqueueSql).join('; ')}; commit`))
  }
}

/** Kysely's PostgreSQL dialect with our driver. */
export class ScopedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver() {
    return new ScopedDriver(this.#config)
  }
}
