// Adds to package-lock.json the optional platform builds that `npm install` leaves out in silence when the registry at hand
// does not carry them: without their line, `npm ci` refuses the lock on every machine. Run it after each `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './support/install.mjs'
import { missingFromLock } from './support/lock.mjs'

const path = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))

const systems = ['android', 'darwin', 'linux', 'win32', 'freebsd']
const processors = ['x64', 'arm64', 'arm', 'ia32', 'riscv64']
const oneOf = (words, known) => known.find((word) => words.includes(word))

/** What a platform package's own name says of where it runs: `…-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = oneOf(words, systems)
  const cpu = oneOf(words, processors)
  if (!os || !cpu) throw new Error(`${name}: its name says no platform; add it to package-lock.json by hand.`)
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
  return { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) }
}

for (const name of missingFromLock()) {
  const version = Object.values(lock.packages)
    .map(({ optionalDependencies }) => optionalDependencies?.[name])
    .find(Boolean)
  lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
