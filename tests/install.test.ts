import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const support = join(import.meta.dirname, '..', 'bin', 'support')
let project: string

/** An npm that installs one package and notes what it was asked: downloading is not what is tried here. */
const smallNpm = `
import { appendFileSync, mkdirSync } from 'node:fs'
appendFileSync('asked.txt', process.argv.slice(2).join(' ') + '\\n')
if (process.env.NPM_FAILS) process.exit(7)
mkdirSync('node_modules/one', { recursive: true })
`

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'maillage-install-'))
  mkdirSync(join(project, 'bin', 'support'), { recursive: true })
  for (const file of ['install.mjs', 'lock.mjs'])
    cpSync(join(support, file), join(project, 'bin', 'support', file))
  writeFileSync(join(project, 'npm.js'), smallNpm)
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(project, 'asked.txt'), '')
  writeLock({})
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

const writeLock = (packages: object) =>
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ packages }))
const asked = () => readFileSync(join(project, 'asked.txt'), 'utf8').split('\n').filter(Boolean)

function inProject(code: string, env: Record<string, string> = {}) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(project, 'npm.js'), ...env },
  })
}
const start = (env = {}) =>
  inProject("import { ensureInstalled } from './bin/support/install.mjs'\nawait ensureInstalled()", env)

test('a fresh clone installs the locked dependencies once, running nobody’s install script', () => {
  expect(start().stderr).toMatch(/Installing the locked dependencies[\s\S]*installed in/)
  expect(start().stderr).toBe('')
  expect(asked()).toHaveLength(1)
  expect(asked()[0]).toMatch(/^ci --ignore-scripts /)
})

test('after an update brought another lock, the next start installs again', () => {
  start()
  writeLock({ 'node_modules/two': {} })
  expect(start().stderr).toMatch(/The locked dependencies have changed/)
  expect(asked()).toHaveLength(2)
})

test('an installation that failed says so, and is tried again at the next start', () => {
  const failed = start({ NPM_FAILS: '1' })
  expect(failed.status).toBe(1)
  expect(failed.stderr).toMatch(/could not be installed \(npm: 7\)/)
  expect(start().status).toBe(0)
  expect(asked()).toHaveLength(2)
})

test('a lock that lost another platform’s build is seen before it fails on that platform', () => {
  const check =
    "import { missingFromLock } from './bin/support/lock.mjs'\nconsole.log(missingFromLock().join())"
  const tool = { optionalDependencies: { 'tool-linux': '1', 'tool-mac': '1' } }
  writeLock({ 'node_modules/tool': tool, 'node_modules/tool-linux': {} })
  expect(inProject(check).stdout.trim()).toBe('tool-mac')
  writeLock({
    'node_modules/tool': tool,
    'node_modules/tool-linux': {},
    'node_modules/tool/node_modules/tool-mac': {},
  })
  expect(inProject(check).stdout.trim()).toBe('')
})
