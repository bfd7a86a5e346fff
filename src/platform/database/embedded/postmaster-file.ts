import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server says of itself in postmaster.pid. */
export type PostmasterFile = { pid: number; port: number; ready: boolean }

const path = (data: string) => join(data, 'postmaster.pid')

/** Reads it; undefined when no server runs in `data`, or when it is still being written. */
export function readPostmaster(data: string): PostmasterFile | undefined {
  let lines: string[]
  try {
    lines = readFileSync(path(data), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : undefined
}

/** Removes the file of a server that is surely dead, which PostgreSQL itself cannot tell: a zombie, or a number now somebody else's. */
export function clearDeadPostmaster(data: string): void {
  const found = readPostmaster(data)
  if (!found || process.platform !== 'linux' || !existsSync(path(data))) return
  let stat: string
  try {
    stat = readFileSync(`/proc/${found.pid}/stat`, 'utf8')
  } catch {
    return // no such process: PostgreSQL sees that by itself
  }
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
  const state = stat.slice(stat.lastIndexOf(')') + 2)[0]
  if (state === 'Z' || name !== 'postgres') rmSync(path(data), { force: true })
}
