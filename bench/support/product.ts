import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '#platform/database/embedded/index.ts'
import { migrate } from '#platform/database/migrate.ts'
import { projectRoot } from '#platform/database/project-root.ts'

/** A durable database of this bench alone, and the built product serving it from another process. */
export interface Product {
  embedded: Embedded
  url: string
  /** The process that serves, for what the system says of it. */
  pid: number
  /** Ends the process that serves at once, without a word to it, and starts another one on the same port. */
  killAndRestart(): Promise<void>
  /** Starts one more process on the same database; its address. */
  another(): Promise<string>
  stop(): Promise<void>
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** Starts both; the demo network is loaded when asked. Nothing is left behind by `stop`. */
export async function startProduct(options: { demo: boolean; role?: 'web' | 'all' }): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'))
  const embedded = await startEmbedded({ folder })
  await migrate(embedded.ownerUrl)
  const children = new Set<ChildProcess>()
  const serve = async (port: number) => {
    const url = `http://127.0.0.1:${port}`
    const child: ChildProcess = spawn(process.execPath, [join(projectRoot, 'dist/main.js')], {
      env: {
        ...process.env,
        PORT: String(port),
        PUBLIC_URL: url,
        DATABASE_URL: embedded.appUrl,
        MAILLAGE_DATA: join(folder, 'app'),
        MAILLAGE_DEMO: options.demo ? 'on' : 'off',
        MAILLAGE_RATE_LIMIT: 'off',
        MAILLAGE_ROLE: options.role ?? 'web',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    children.add(child)
    child.once('exit', () => children.delete(child))
    await ready(url)
    return { child, url }
  }
  const end = (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill(signal)
    })
  // A bench that fails must not leave the product behind.
  process.once('exit', () => {
    for (const child of children) child.kill('SIGTERM')
  })
  const port = await freePort()
  let { child, url } = await serve(port)
  return {
    embedded,
    url,
    get pid() {
      return child.pid as number
    },
    async killAndRestart() {
      await end(child, 'SIGKILL')
      ;({ child, url } = await serve(port))
    },
    another: async () => (await serve(await freePort())).url,
    async stop() {
      await Promise.all([...children].map((one) => end(one, 'SIGTERM')))
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ready(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the product did not get ready in a minute')
}
