import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { program } from './binaries.ts'
import { type Cluster, dataOf, named, serverEnvironment } from './cluster.ts'
import { clearDeadPostmaster, readPostmaster } from './postmaster-file.ts'
import { DatabaseProblem } from './problem.ts'

/** A running server. `exited` settles when it is gone, for whatever reason, and never rejects. */
export type Postmaster = { pid: number; port: number; exited: Promise<void> }

/** How much the server may give up for speed: `fast` loses data at a power cut, and is for tests only. */
export type Durability = 'safe' | 'fast'

const patience = 15_000
const readiness = 60_000
const afterKill =
  /lock file .* already exists|pre-existing shared memory|could not bind|in use|could not create any TCP/i

function settingsOf(port: number, durability: Durability): string[] {
  const settings = ['shared_buffers=128MB', 'max_connections=100', 'max_wal_size=1GB']
  settings.push('idle_in_transaction_session_timeout=60s', 'listen_addresses=127.0.0.1', `port=${port}`)
  settings.push('unix_socket_directories=', 'logging_collector=off')
  if (durability === 'fast') settings.push('fsync=off', 'full_page_writes=off', 'synchronous_commit=off')
  return settings.flatMap((setting) => ['-c', setting])
}

/**
 * Starts the server and waits until it answers. After a kill -9 the processes of the old server may need a second or two
 * to go: such refusals are tried again for fifteen seconds. Throws {@link DatabaseProblem} with the server's own words.
 */
export async function startPostmaster(cluster: Cluster, durability: Durability): Promise<Postmaster> {
  const deadline = performance.now() + patience
  for (;;) {
    const attempt = await tryOnce(cluster, durability)
    if (typeof attempt !== 'string') return attempt
    if (!afterKill.test(attempt) || performance.now() > deadline)
      throw new DatabaseProblem(`The database did not start. It said:\n${attempt.trim()}`)
    clearDeadPostmaster(dataOf(cluster))
    await wait(250)
  }
}

async function tryOnce(cluster: Cluster, durability: Durability): Promise<Postmaster | string> {
  const data = dataOf(cluster)
  const log = join(cluster.folder, 'postgres.log')
  const saidBefore = existsSync(log) ? statSync(log).size : 0
  const port = await freePort()
  const child = spawnServer(cluster, settingsOf(port, durability), log)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  let gone = false
  void exited.then(() => {
    gone = true
  })
  const deadline = performance.now() + readiness
  while (!gone && performance.now() < deadline) {
    const file = readPostmaster(data)
    if (file?.ready && file.port === port) {
      if (file.pid === child.pid) return { pid: file.pid, port, exited }
      if (process.platform === 'win32') return { pid: file.pid, port, exited: lifeOf(file.pid) }
    }
    await wait(10)
  }
  if (!gone) child.kill('SIGKILL')
  return readFileSync(log, 'utf8').slice(saidBefore) || 'nothing at all'
}

function spawnServer(cluster: Cluster, settings: string[], log: string): ChildProcess {
  const data = dataOf(cluster)
  // The log stays the launcher's own file: the server only inherits it, open.
  const output = openSync(log, 'a', 0o600)
  try {
    const common = { cwd: data, env: serverEnvironment(), ...cluster.account }
    if (process.platform !== 'win32')
      // Detached: Ctrl-C reaches the whole group, and must not stop the database before the app has drained.
      return spawn(program(cluster.home, 'postgres'), ['-D', named(cluster, data), ...settings], {
        ...common,
        detached: true,
        stdio: ['ignore', output, output],
      })
    // On Windows only pg_ctl can start the server for an administrator, and it returns at once.
    return spawn(program(cluster.home, 'pg_ctl'), ['start', '-w', '-D', data, '-o', settings.join(' ')], {
      ...common,
      windowsHide: true,
      stdio: ['ignore', output, output],
    })
  } finally {
    closeSync(output)
  }
}

/** Ends the server cleanly: running statements are broken off, what was committed is on disk. Never throws. */
export async function stopPostmaster(cluster: Cluster, running: Postmaster): Promise<void> {
  if (process.platform === 'win32')
    spawnSync(program(cluster.home, 'pg_ctl'), ['stop', '-m', 'fast', '-D', dataOf(cluster)], {
      windowsHide: true,
    })
  else endPostmaster(running, 'SIGINT')
  const inTime = await Promise.race([running.exited.then(() => true), wait(20_000, false, { ref: false })])
  if (inTime) return
  endPostmaster(running, 'SIGQUIT')
  await running.exited
}

/** Sends the signal, and is content when the server is gone already. */
export function endPostmaster(running: Postmaster, signal: NodeJS.Signals): void {
  try {
    process.kill(running.pid, signal)
  } catch {
    // gone already
  }
}

/** Settles when a process that is not our child is gone. */
async function lifeOf(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await wait(500, undefined, { ref: false })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
