import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, openToOthers } from './account.ts'
import { program } from './binaries.ts'
import { DatabaseProblem } from './problem.ts'

/** Everything needed to run one cluster. `folder` is the data folder, which holds the cluster in `postgres`. */
export type Cluster = { folder: string; home: string; account: Account | undefined }

/** Where the cluster's own files are. */
export const dataOf = (cluster: Pick<Cluster, 'folder'>): string => join(cluster.folder, 'postgres')

/**
 * How to name `folder` to a program run under the cluster's account. When that account cannot walk down to it (a project in
 * a closed folder), it is reached through the current folder, which the program is given before it drops root.
 */
export function named(cluster: Cluster, folder: string): string {
  return cluster.account && process.platform === 'linux' && !openToOthers(cluster.folder)
    ? '/proc/self/cwd'
    : folder
}

/** Makes the cluster if the folder has none: in `postgres.new`, renamed when whole, so a killed first start leaves nothing half-made. */
export function makeCluster(cluster: Cluster, password: string): void {
  const final = dataOf(cluster)
  if (existsSync(final)) return
  const draft = `${final}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const { account } = cluster
  // The account that runs initdb must read the password: the file is its own, private, and gone at once.
  const secrets = mkdtempSync(join(account ? '/var/tmp' : cluster.folder, '.initdb-'))
  const passwordFile = join(secrets, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [draft, secrets, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    const options = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8']
    // The built-in locale sorts alike on every machine, and lower('É') is right.
    options.push(
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      '-c',
      'timezone=UTC',
    )
    const made = spawnSync(program(cluster.home, 'initdb'), [...options, '-D', named(cluster, draft)], {
      cwd: draft,
      encoding: 'utf8',
      env: serverEnvironment(),
      ...account,
    })
    if (made.status !== 0)
      throw new DatabaseProblem(
        `The database could not be made in ${draft}: ${(made.error?.message ?? made.stderr).trim()}`,
      )
  } finally {
    rmSync(secrets, { recursive: true, force: true })
  }
  renameSync(draft, final)
}

/** The server gets no setting of ours by accident: PGDATA, PGPORT and the like, and none of our secrets. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
}
