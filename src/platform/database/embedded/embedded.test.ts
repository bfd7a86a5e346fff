import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DatabaseProblem, FolderInUse, startEmbedded } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-embedded-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('an operator starts twice: the second start keeps the data, makes nothing again, and is quicker', async () => {
  const said: string[] = []
  const began = performance.now()
  const first = await startEmbedded({ folder, log: (line) => said.push(line) })
  const firstTook = performance.now() - began
  await ask(first.ownerUrl, "create table note as select 'é' as word")
  await first.stop()
  const again = performance.now()
  const second = await startEmbedded({ folder, log: (line) => said.push(line) })
  const secondTook = performance.now() - again
  const rows = await ask(second.ownerUrl, 'select upper(word) as word from note')
  await second.stop()
  expect([first.isNew, second.isNew]).toEqual([true, false])
  expect(rows).toEqual([{ word: 'É' }])
  expect(said).toHaveLength(1)
  expect(secondTook).toBeLessThan(firstTook)
})

test('two starts on one folder: the second refuses in a sentence, and the first goes on', async () => {
  const first = await startEmbedded({ folder, fast: true })
  const second = startEmbedded({ folder, fast: true, patience: 0 })
  await expect(second).rejects.toThrow(FolderInUse)
  await expect(second).rejects.toThrow(/already running on the data folder .*MAILLAGE_DATA/)
  expect(await ask(first.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await first.stop()
})

test('the app owns nothing, is no superuser, and is the worker only when it says so', async () => {
  const embedded = await startEmbedded({ folder, fast: true })
  const roles = await ask(
    embedded.appUrl,
    `select rolname::text as role, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as mighty,
            pg_has_role('maillage_app', oid, 'usage') as inherited, pg_has_role('maillage_app', oid, 'set') as may_become
     from pg_roles where rolname like 'maillage%' order by 1`,
  )
  expect(roles).toEqual([
    { role: 'maillage_app', mighty: false, inherited: true, may_become: true },
    { role: 'maillage_owner', mighty: false, inherited: false, may_become: false },
    { role: 'maillage_worker', mighty: false, inherited: false, may_become: true },
  ])
  await expect(ask(embedded.appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/)
  await embedded.stop()
})

test.skipIf(process.platform === 'win32')('nobody else on the machine can read the passwords', async () => {
  await startEmbedded({ folder, fast: true }).then((embedded) => embedded.stop())
  for (const [name, mode] of [
    ['credentials.json', 0o600],
    ['postgres', 0o700],
    ['postgres.log', 0o600],
  ] as const)
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, mode])
})

test('passwords lost beside a database: the start says which file to put back', async () => {
  await startEmbedded({ folder, fast: true }).then((embedded) => embedded.stop())
  rmSync(join(folder, 'credentials.json'))
  await expect(startEmbedded({ folder, fast: true })).rejects.toThrow(DatabaseProblem)
  await expect(startEmbedded({ folder, fast: true })).rejects.toThrow(/credentials\.json is missing/)
})

test('a database that cannot start gives its own reason, at once', async () => {
  await startEmbedded({ folder, fast: true }).then((embedded) => embedded.stop())
  writeFileSync(join(folder, 'postgres', 'postgresql.auto.conf'), 'no_such_setting = 1\n')
  await expect(startEmbedded({ folder, fast: true })).rejects.toThrow(/did not start[\s\S]*no_such_setting/)
})
