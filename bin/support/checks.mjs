// The steps of `npm test`, in the pinned Node. Ends with « N passed, 0 failed », counted from the test reports.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './install.mjs'
import { missingFromLock } from './lock.mjs'

const inPackage = (path) => join('node_modules', path)
const reports = join('.cache', 'reports')

function node(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (error) say(error.message)
  return status === 0
}

function vitest(project, filters) {
  const report = join(reports, `${project}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]
  rmSync(join(root, report), { force: true })
  const green = node(inPackage('vitest/vitest.mjs'), ...args)
  if (existsSync(join(root, report))) {
    const counted = JSON.parse(readFileSync(join(root, report), 'utf8'))
    passed += counted.numPassedTests
    failed += counted.numFailedTests
  }
  return green
}

function lock() {
  const missing = missingFromLock()
  for (const name of missing)
    say(`package-lock.json lacks ${name}: \`npm ci\` would refuse it on another machine.`)
  return missing.length === 0
}

// What a browser runs knows the browser; nothing else does.
const typesOf = (project) => node(inPackage('typescript/bin/tsc'), '-p', project, '--noEmit')

const has = (path) => existsSync(join(root, path))
const hasJourneys = () =>
  has('tests/journeys') && readdirSync(join(root, 'tests/journeys')).some((file) => file.endsWith('.test.ts'))

const steps = [
  { name: 'lock', run: lock },
  { name: 'types', run: () => ['.', 'src/islands'].every(typesOf) },
  {
    name: 'lint',
    run: () =>
      node(inPackage('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=50'),
  },
  {
    name: 'boundaries',
    when: () => has('bin/check-boundaries.mjs'),
    run: () => node('bin/check-boundaries.mjs'),
  },
  { name: 'dead code', run: () => node(inPackage('knip/bin/knip.js'), '--no-progress') },
  { name: 'tests', run: (filters) => vitest('unit', filters) },
  { name: 'journeys', when: hasJourneys, run: (filters) => vitest('journeys', filters) },
]

let passed = 0
let failed = 0

const args = process.argv.slice(2)
const at = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='))
const only = at < 0 ? undefined : (args[at].split('=')[1] ?? args[at + 1] ?? '').split(',').filter(Boolean)
const filters = at < 0 ? args : args.toSpliced(at, args[at].includes('=') ? 1 : 2)
const unknown = only?.find((name) => !steps.some((step) => step.name === name))
if (unknown !== undefined || only?.length === 0) {
  say(
    `Usage: npm test -- [--only ${steps.map((step) => step.name).join(',')}] [path …]${unknown ? ` (not: ${unknown})` : ''}`,
  )
  process.exit(2)
}

mkdirSync(join(root, reports), { recursive: true })
const lines = []
let red
for (const step of steps) {
  if ((only && !only.includes(step.name)) || step.when?.() === false) continue
  say(`\n── ${step.name}`)
  const began = performance.now()
  const green = step.run(filters)
  lines.push(
    `  ${step.name.padEnd(12)} ${green ? 'green' : 'RED  '} ${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s`,
  )
  if (green) continue
  red = step.name
  break
}

// A red step that is not a test is a failure too: it must not read « 0 failed ».
if (red !== undefined && failed === 0) failed = 1
process.stdout.write(`\n${lines.join('\n')}\n`)
if (red !== undefined) process.stdout.write(`Stopped at « ${red} ».\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(red === undefined ? 0 : 1)
