import { type ServerType, serve } from '@hono/node-server'
import { DatabaseProblem, FolderInUse } from '#platform/database/embedded/index.ts'
import { startDraining } from '#platform/http/health.ts'
import { lettingStraightBe } from '#platform/http/straight.ts'
import { startWorker } from '#platform/jobs/index.ts'
import { BadSetting, describeSettings, readSettings, type Settings } from '#platform/settings.ts'
import { createApp, jobsOf, timetable } from './app.tsx'
import { type OpenHouse, openHouse } from './open-house.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const began = performance.now()

/** Requests under way are given this long to end, milliseconds. */
const patience = 10_000

let stopping: Promise<void> | null = null
let opened: OpenHouse | null = null
let server: ServerType | null = null
let worker: { stop(): Promise<void> } | null = null

/** Drains requests, then jobs, then stops the database. Called twice, it is the same stop. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    say('Stopping: requests and jobs under way are finished first.')
    startDraining()
    opened?.letGo()
    await drain()
    await worker?.stop()
    await opened?.close()
    say('Stopped.')
    process.exit(code)
  })()
  return stopping
}

function drain(): Promise<void> {
  return new Promise((resolve) => {
    if (!server) return resolve()
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(resolve, patience).unref()
  })
}

/** What stopped the start, in a sentence with the setting to change; the stack only when it is our fault. */
function explain(error: unknown, settings?: Settings): string {
  if ((error as { code?: string } | null)?.code === 'EADDRINUSE')
    return `Port ${settings?.port} is busy. Choose another one, for example: PORT=${(settings?.port ?? 3000) + 1} npm start`
  if ((error as { code?: string } | null)?.code === 'EACCES')
    return `Port ${settings?.port} may not be opened. Choose one above 1024 with PORT.`
  if (error instanceof BadSetting || error instanceof FolderInUse || error instanceof DatabaseProblem)
    return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function listen(
  settings: Settings,
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const listening = serve({ fetch, port: settings.port, hostname: settings.host }, () => resolve(listening))
    listening.once('error', reject)
  })
}

process.on('SIGTERM', () => void stop(0))
process.on('SIGINT', () => void stop(0))

let settings: Settings | undefined
try {
  settings = readSettings(process.env)
  say(describeSettings(settings))
  opened = await openHouse(settings, {
    say,
    lost: () => {
      if (stopping) return
      process.stderr.write('The database has ended by itself. Stopping; the next start recovers.\n')
      process.exit(1)
    },
  })
  const { house, appUrl } = opened
  if (settings.role !== 'worker')
    server = await listen(settings, lettingStraightBe(createApp(house).fetch as never))
  if (settings.role !== 'web')
    worker = await startWorker(appUrl, jobsOf(house), timetable, { alone: !settings.databaseUrl })
  say(`\nReady in ${((performance.now() - began) / 1000).toFixed(1)} s: ${settings.publicUrl}`)
  if (house.demo)
    say(
      `Sign in: ${settings.publicUrl}/sign-in, and enter as receptionist, facilitator, coordinator or network manager.`,
    )
} catch (error) {
  process.stderr.write(`\n${explain(error, settings)}\n`)
  await opened?.close().catch(() => {})
  process.exit(1)
}
