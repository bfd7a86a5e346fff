// Takes the tracked files into an empty folder, starts the product there as a newcomer would (`npm start`), asks it one page,
// stops it by SIGTERM, and checks that nothing it started is left. Called by .ci/run.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root, say } from './support/install.mjs'

const folder = mkdtempSync(join(tmpdir(), 'maillage-product-'))
const data = join(folder, 'data')
const project = join(folder, 'project')

function run(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' })
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${done.error?.message ?? done.stderr}`)
}

/** A port nobody holds just now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Processes that run a program of the folder, or work inside it (Linux only). */
function leftovers() {
  if (process.platform !== 'linux') return []
  const link = (pid, name) => {
    try {
      return readlinkSync(`/proc/${pid}/${name}`)
    } catch {
      return ''
    }
  }
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && ['exe', 'cwd'].some((name) => link(pid, name).startsWith(folder)))
    .flatMap((pid) => {
      try {
        return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`]
      } catch {
        return [] // it has just ended, which is all we ask
      }
    })
}

async function untilHealthy(address, ended) {
  const deadline = Date.now() + 240_000
  while (Date.now() < deadline && !ended()) {
    const answer = await fetch(`${address}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(200)
  }
  throw new Error(
    ended() ? 'The product ended before it answered.' : 'The product did not answer within four minutes.',
  )
}

async function asNewcomer() {
  run('git', ['clone', '--quiet', '--no-hardlinks', root, project])
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  // npm's own variables would tell the copy that it runs under this project's npm.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  Object.assign(env, { PORT: String(port), HOST: '127.0.0.1', MAILLAGE_DATA: data })
  const began = Date.now()
  let status
  const product = spawn('npm', ['start'], {
    cwd: project,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  product.once('exit', (code, signal) => {
    status = code ?? signal
  })
  try {
    await untilHealthy(address, () => status !== undefined)
    say(`Ready ${Math.round((Date.now() - began) / 1000)} s after \`npm start\` in an empty folder.`)
    const page = await fetch(address)
    const html = await page.text()
    if (page.status !== 200) throw new Error(`The home page answered ${page.status}.`)
    if (!html.includes('Où')) throw new Error('The home page does not ask « Où habitez-vous ? ».')
  } finally {
    product.kill('SIGTERM')
    const deadline = Date.now() + 20_000
    while ((status === undefined || leftovers().length > 0) && Date.now() < deadline) await wait(100)
  }
  if (status === undefined) throw new Error('npm start did not end within twenty seconds of SIGTERM.')
  // npm itself leaves with 143 when a SIGTERM ends it: that is an exit as asked.
  if (![0, 143, 'SIGTERM'].includes(status)) throw new Error(`npm start ended with ${status}.`)
  // npm may leave before the product has drained: the product is given its patience, and not a second more.
  const deadline = Date.now() + 15_000
  while (leftovers().length > 0 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 100))
  const left = leftovers()
  if (left.length > 0) throw new Error(`Still running after SIGTERM:\n${left.join('\n')}`)
  say('The product started, answered, and stopped leaving nothing behind.')
}

try {
  await asNewcomer()
  rmSync(folder, { recursive: true, force: true })
} catch (error) {
  say(`${error.message}\nThe folder is kept: ${folder}`)
  process.exitCode = 1
}
