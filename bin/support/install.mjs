// Installs the locked dependencies when they are missing or stale. Plain JavaScript for Node 20 and later:
// this file runs before anything is installed. Everything it says goes to stderr, so that --json output stays clean.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const modules = join(root, 'node_modules')
const mark = join(modules, '.installed')

/** Prints one line for the person who waits. */
export const say = (line) => process.stderr.write(`${line}\n`)

/** Stops the launcher with a sentence; a stack trace would only frighten. */
export function giveUp(sentence) {
  say(sentence)
  process.exit(1)
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')

const isFresh = () => existsSync(mark) && readFileSync(mark, 'utf8').trim() === lockHash()

function packagesInPlace() {
  if (!existsSync(modules)) return 0
  let count = 0
  for (const name of readdirSync(modules)) {
    if (name.startsWith('.')) continue
    count += name.startsWith('@') ? readdirSync(join(modules, name)).length : 1
  }
  return count
}

function npmCommand() {
  // Windows cannot delete a running node.exe, which `npm ci` would do first: there an existing folder is only completed.
  const complete = process.platform === 'win32' && existsSync(modules)
  const args = complete ? ['install', '--no-save'] : ['ci']
  args.push(
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  )
  const npm = process.env.npm_execpath
  if (npm && /\.c?js$/.test(npm)) return { command: process.execPath, args: [npm, ...args], shell: false }
  return { command: 'npm', args, shell: process.platform === 'win32' }
}

/** Makes node_modules agree with package-lock.json; does nothing (under a millisecond) when it already does. */
export async function ensureInstalled() {
  if (isFresh()) return
  const began = Date.now()
  const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`
  say(
    existsSync(mark)
      ? 'The locked dependencies have changed: installing them again.'
      : 'Installing the locked dependencies: about half a minute, once.',
  )
  const { command, args, shell } = npmCommand()
  const progress = setInterval(() => say(`  ${elapsed()}: ${packagesInPlace()} packages in place`), 5000)
  const code = await new Promise((resolve) => {
    const npm = spawn(command, args, { cwd: root, shell, stdio: ['ignore', 2, 2] })
    npm.on('error', (error) => resolve(error.message))
    npm.on('exit', (status, signal) => resolve(status ?? signal))
  })
  clearInterval(progress)
  if (code !== 0)
    giveUp(
      `The dependencies could not be installed (npm: ${code}). Look above for the reason, then start again.`,
    )
  writeFileSync(mark, `${lockHash()}\n`)
  say(`Dependencies installed in ${elapsed()}.`)
}
