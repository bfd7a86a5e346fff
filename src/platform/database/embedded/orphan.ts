import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { clearDeadPostmaster, readPostmaster } from './postmaster-file.ts'

/**
 * Stops the server that a killed app left running in `data`. The caller holds the folder's lock, so nobody uses it;
 * that it answers to the folder's own password proves it is ours. Gives true when one was stopped.
 */
export async function stopOrphan(data: string, password: string): Promise<boolean> {
  clearDeadPostmaster(data)
  const deadline = performance.now() + 20_000
  let signalled = false
  while (performance.now() < deadline) {
    const found = readPostmaster(data)
    if (!found) return signalled
    if (!signalled) {
      const answer = await ask(found.port, password)
      if (answer === 'nobody') return false
      if (answer === 'ours') {
        signal(found.pid, 'SIGINT')
        signalled = true
      }
    }
    await wait(20)
  }
  // Twenty seconds of clean stop were not enough: end it now, the journal replays what was promised.
  const stuck = readPostmaster(data)
  if (stuck && signalled) signal(stuck.pid, 'SIGQUIT')
  await wait(500)
  return signalled
}

/** `busy` is a server that starts or stops: it says so before it asks for a password. */
async function ask(port: number, password: string): Promise<'ours' | 'busy' | 'nobody'> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    password,
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return 'ours'
  } catch (error) {
    return (error as { code?: string }).code === '57P03' ? 'busy' : 'nobody'
  } finally {
    await client.end().catch(() => {})
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // gone meanwhile, which is what we wanted
  }
}
