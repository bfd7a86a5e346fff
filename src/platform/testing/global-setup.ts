import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Embedded, FolderInUse, startEmbedded } from '#platform/database/embedded/index.ts'
import { migrate } from '#platform/database/migrate.ts'
import { projectRoot } from '#platform/database/project-root.ts'

/** What a test file is told of the server: three addresses, and the migrated database to clone. */
export type TestServer = { superuserUrl: string; ownerUrl: string; appUrl: string; template: string }

declare module 'vitest' {
  interface ProvidedContext {
    pg: TestServer
  }
}

/** Vitest calls this once before all files: one server, one migrated template; each file clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const embedded = await startInFreeFolder()
  try {
    const template = await makeTemplate(embedded)
    const { superuserUrl, ownerUrl, appUrl } = embedded
    project.provide('pg', { superuserUrl, ownerUrl, appUrl, template })
  } catch (error) {
    await embedded.stop()
    throw error
  }
  return () => embedded.stop()
}

/**
 * The folder is named after the project, so that a run finds again (and stops) the server a killed run left behind.
 * Several runs at once each take the next number.
 */
async function startInFreeFolder(): Promise<Embedded> {
  const name = createHash('sha256').update(projectRoot).digest('hex').slice(0, 10)
  for (let number = 0; number < 16; number += 1) {
    try {
      return await startEmbedded({
        folder: join(roomyMemory(), `maillage-tests-${name}-${number}`),
        fast: true,
        patience: 0,
      })
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error
    }
  }
  throw new Error('Sixteen test runs of this project are already under way: stop some.')
}

/** Memory, when a gigabyte of it is free (containers often give 64 MB); otherwise the temporary folder. */
function roomyMemory(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 2 ** 30 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Migrated once, and kept between runs while no migration changes. Clones a killed run left behind are dropped. */
async function makeTemplate(embedded: Embedded): Promise<string> {
  const template = `template_${schemaFingerprint()}`
  const client = new pg.Client({ connectionString: embedded.superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      "select datname::text as name from pg_database where datname ~ '^(test|template|draft)_'",
    )
    const names = rows.map((row: { name: string }) => row.name)
    for (const name of names)
      if (name !== template) await client.query(`drop database "${name}" with (force)`)
    if (names.includes(template)) return template
    const draft = template.replace('template_', 'draft_')
    await client.query(`create database ${draft} owner maillage_owner`)
    await migrate(inDatabase(embedded.ownerUrl, draft))
    // Cloning refuses while anybody is connected: whatever the migrations left is sent away.
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [draft])
    await client.query(`alter database ${draft} rename to ${template}`)
    return template
  } finally {
    await client.end()
  }
}

/** Changes with any migration, and with the code and the queue that apply them. */
function schemaFingerprint(): string {
  const hash = createHash('sha256')
  const source = join(projectRoot, 'src')
  const migrations = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.sql'),
  )
  for (const path of migrations.sort()) hash.update(path).update(readFileSync(join(source, path)))
  hash.update(readFileSync(join(source, 'platform/database/migrate.ts')))
  return hash
    .update(readFileSync(join(projectRoot, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16)
}

/** The same address, for another database of the same server. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
