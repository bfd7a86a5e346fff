import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { serverAccount } from './account.ts'
import { postgresHome } from './binaries.ts'
import { type Cluster, dataOf, makeCluster } from './cluster.ts'
import { credentialsOf } from './credentials.ts'
import { takeFolder } from './folder-lock.ts'
import { stopOrphan } from './orphan.ts'
import { endPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { databaseName, prepareRoles } from './roles.ts'

export { DatabaseProblem, FolderInUse } from './problem.ts'
export { visitEmbedded } from './visit.ts'

/** The embedded PostgreSQL 18, running, of one data folder. */
export type Embedded = {
  /** For migrations: the owner of the database, no superuser. */
  ownerUrl: string
  /** For the app and its worker: neither owner nor superuser. */
  appUrl: string
  /** For tests that make databases. The product never uses it. */
  superuserUrl: string
  /** The database was made by this very start. */
  isNew: boolean
  /** On 127.0.0.1; another one at each start. */
  port: number
  /** The server's process number. */
  pid: number
  /** Stops the server cleanly and frees the folder. May be called twice. */
  stop(): Promise<void>
  /** Calls back if the server ends though nobody called `stop`. */
  onExit(callback: () => void): void
}

export type EmbeddedOptions = {
  /** Made if missing. */
  folder: string
  /** Gives up durability, for tests. */
  fast?: boolean
  /** Told each long step, in a sentence. */
  log?: (line: string) => void
  /** Milliseconds to wait for a process that is just leaving the folder; 2000 if not said. */
  patience?: number
}

const tooLong = 20_000_000 // bytes of log

/**
 * Starts the embedded server: makes the cluster the first time, stops one that a killed app left behind, makes the roles.
 * Throws `FolderInUse` when another process serves this folder, `DatabaseProblem` with a sentence when it cannot run.
 */
export async function startEmbedded({
  folder: given,
  fast = false,
  log = () => {},
  patience = 2000,
}: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(given)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const free = await takeFolder(folder, patience)
  try {
    const account = serverAccount()
    const cluster: Cluster = { folder, home: postgresHome(account), account }
    const credentials = credentialsOf(folder)
    const data = dataOf(cluster)
    if (!existsSync(data)) {
      log('Making the database (a second or two, once).')
      makeCluster(cluster, credentials.superuser)
    } else {
      if (await stopOrphan(data, credentials.superuser))
        log('A database left running by a killed start was stopped; nothing is lost.')
      // A folder restored or copied by root must belong to the account that serves it.
      if (account && statSync(data).uid !== account.uid) chownSync(data, account.uid, account.gid)
    }
    trimLog(join(folder, 'postgres.log'))
    const server = await startPostmaster(cluster, fast ? 'fast' : 'safe')
    const urlFor = (user: string, password: string, database: string) =>
      `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`
    const superuserUrl = urlFor('postgres', credentials.superuser, 'postgres')

    let stopping: Promise<void> | undefined
    const lastResort = () => endPostmaster(server, 'SIGINT')
    process.once('exit', lastResort)
    const stop = async () => {
      await stopPostmaster(cluster, server)
      process.off('exit', lastResort)
      free()
    }
    const isNew = await prepareRoles(superuserUrl, credentials).catch(async (error: unknown) => {
      await stopPostmaster(cluster, server)
      process.off('exit', lastResort)
      throw error
    })
    return {
      ownerUrl: urlFor('maillage_owner', credentials.owner, databaseName),
      appUrl: urlFor('maillage_app', credentials.app, databaseName),
      superuserUrl,
      isNew,
      port: server.port,
      pid: server.pid,
      stop: () => {
        stopping ??= stop()
        return stopping
      },
      onExit: (callback) =>
        void server.exited.then(() => {
          if (!stopping) callback()
        }),
    }
  } catch (error) {
    free()
    throw error
  }
}

function trimLog(file: string): void {
  if (existsSync(file) && statSync(file).size > tooLong) rmSync(file)
}
