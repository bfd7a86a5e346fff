import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')

/** The built product as a process of its own, answering at `url`. */
export interface Product {
  readonly url: string
  /** kill -9: nothing is drained, nothing is said. */
  kill(): Promise<void>
  /** SIGTERM, as whoever runs it would. */
  stop(): Promise<void>
}

/** Bundles the product if a source has changed. */
export function buildProduct(): void {
  const built = spawnSync(process.execPath, ['bin/build.mjs'], { cwd: root, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The product does not build:\n${built.stderr}`)
}

/** A port nobody holds just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** Starts the built product and waits until it answers; what it said is in the error when it does not. */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const port = Number(env.PORT ?? (await freePort()))
  const url = `http://127.0.0.1:${port}`
  const child: ChildProcess = spawn(process.execPath, ['dist/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      MAILLAGE_RATE_LIMIT: 'off',
      PUBLIC_URL: url,
      ...env,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => {
      said = `${said}${text}`.slice(-4000)
    })
  let ended = false
  const end = new Promise<void>((resolve) =>
    child.once('exit', () => {
      ended = true
      resolve()
    }),
  )
  const by = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await end
  }
  const deadline = performance.now() + 90_000
  while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) {
    if (ended || performance.now() > deadline) {
      await by('SIGKILL')
      throw new Error(`The product did not get ready:\n${said}`)
    }
    await pause(50) // between two looks at the same condition
  }
  return { url, kill: () => by('SIGKILL'), stop: () => by('SIGTERM') }
}
