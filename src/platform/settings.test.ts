import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { BadSetting, describeSettings, readSettings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'maillage-settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const read = (env: Record<string, string>) => readSettings({ MAILLAGE_DATA: folder, ...env })

test('an operator who sets nothing gets a working product, and sees each value and where it comes from', () => {
  const settings = read({ PORT: '8080' })
  expect(settings).toMatchObject({
    port: 8080,
    rateLimit: true,
    role: 'all',
    demo: 'auto',
    smtpUrl: undefined,
  })
  expect(settings.publicUrl).toBe('http://127.0.0.1:8080')
  const lines = describeSettings(settings).split('\n')
  expect(lines[0]).toMatch(/^ {2}PORT +8080 +environment$/)
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}MAILLAGE_ROLE +all +default$/))
})

test.each([
  ['PORT', 'eighty', 'a number from 0 to 65535'],
  ['PORT', '70000', 'a number from 0 to 65535'],
  ['MAILLAGE_ROLE', 'boss', 'one of all, web, worker'],
  ['DATABASE_URL', 'mysql://somewhere', 'an address such as postgres://'],
  ['PUBLIC_URL', 'maillage.example', 'an address such as https://'],
])('a wrong %s (%s) is refused with the setting’s name and what it should be', (name, value, expected) => {
  expect(() => read({ [name]: value })).toThrow(BadSetting)
  expect(() => read({ [name]: value })).toThrow(`${name}=${value} cannot be used: it must be ${expected}`)
})

test('no password and no secret is printed at start', () => {
  const shown = describeSettings(
    read({
      DATABASE_URL: 'postgres://app:hidden1@db/maillage',
      SMTP_URL: 'smtp://me:hidden2@mail:587',
      MAILLAGE_SECRET: 'hidden3',
    }),
  )
  expect(shown).not.toMatch(/hidden/)
  expect(shown).toMatch(/db\/maillage/)
})

test('the secret is made once, kept for the next start, and readable by nobody else', () => {
  const first = read({}).secret
  expect(first).toHaveLength(32)
  expect(read({}).secret.equals(first)).toBe(true)
  if (process.platform !== 'win32') expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(read({ MAILLAGE_SECRET: 'ours' }).secret.toString()).toBe('ours')
})
