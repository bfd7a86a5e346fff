import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-recovery-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An app that writes without pause, once it has had `enough` inserts acknowledged. */
async function busyApp(enough: number) {
  const app = spawn(process.execPath, [join(import.meta.dirname, 'writer.fixture.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const heard = { server: 0, last: 0 }
  const lines = createInterface({ input: app.stdout })
  await new Promise<void>((resolve, reject) => {
    app.once('exit', (code) => reject(new Error(`the app ended early, with ${code}`)))
    lines.on('line', (line) => {
      if (line.startsWith('server ')) heard.server = Number(line.slice(7))
      else heard.last = Number(line)
      if (heard.last >= enough) resolve()
    })
  })
  return { app, heard, read: once(lines, 'close') }
}

const isGone = (app: ChildProcess) => (app.exitCode ?? app.signalCode) !== null

async function rowsKept(): Promise<{ rows: number; server: number }> {
  const embedded = await startEmbedded({ folder })
  const client = new pg.Client({ connectionString: embedded.ownerUrl })
  await client.connect()
  const { rows } = await client.query('select max(id)::int as last, count(*)::int as count from note')
  await client.end()
  await embedded.stop()
  return { rows: rows[0].count, server: embedded.pid }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('the app is killed: the next start stops the database it left, and every promised row is there', async () => {
  const { app, heard, read } = await busyApp(50)
  app.kill('SIGKILL')
  await read
  expect(isAlive(heard.server)).toBe(true)
  const after = await rowsKept()
  expect(after.rows).toBeGreaterThanOrEqual(heard.last)
  expect(after.server).not.toBe(heard.server)
})

test('the database is killed: the app notices and ends, the next start has every promised row', async () => {
  const { app, heard, read } = await busyApp(50)
  process.kill(heard.server, 'SIGKILL')
  await read
  if (!isGone(app)) await once(app, 'exit')
  expect(app.exitCode).not.toBe(0)
  expect((await rowsKept()).rows).toBeGreaterThanOrEqual(heard.last)
})

test('both are killed at once: the next start recovers by itself, with every promised row', async () => {
  const { app, heard, read } = await busyApp(50)
  process.kill(heard.server, 'SIGKILL')
  app.kill('SIGKILL')
  await read
  expect((await rowsKept()).rows).toBeGreaterThanOrEqual(heard.last)
})
