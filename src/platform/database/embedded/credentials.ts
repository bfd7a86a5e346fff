import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseProblem } from './problem.ts'

/** The passwords of one data folder: made once, at random, readable by whoever starts the product and nobody else. */
export type Credentials = { superuser: string; owner: string; app: string }

/** Reads <folder>/credentials.json, or makes it (mode 0600). Throws when it is gone though the database is there. */
export function credentialsOf(folder: string): Credentials {
  const file = join(folder, 'credentials.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Credentials
  if (existsSync(join(folder, 'postgres')))
    throw new DatabaseProblem(
      `${file} is missing, and the database beside it cannot be opened without it. Put it back from a backup.`,
    )
  const password = () => randomBytes(24).toString('base64url')
  const made: Credentials = { superuser: password(), owner: password(), app: password() }
  // Renamed when whole: a file cut short by a kill would lock everybody out.
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return made
}
