import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { FolderInUse } from './problem.ts'

/**
 * Takes the folder for this process, and gives back the function that frees it. Waits up to `patience` milliseconds for a
 * process that is just stopping, then throws {@link FolderInUse}.
 * SQLite's file lock is the one lock Node offers that the kernel frees by itself at kill -9, on every system.
 */
export async function takeFolder(folder: string, patience: number): Promise<() => void> {
  const deadline = performance.now() + patience
  for (;;) {
    const free = tryTaking(folder)
    if (free) return free
    if (performance.now() >= deadline) throw new FolderInUse(folder)
    await wait(50)
  }
}

function tryTaking(folder: string): (() => void) | undefined {
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked/.test(error.message)) return undefined
    throw error
  }
}
