import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FolderInUse } from './problem.ts'

/**
 * Takes the folder for this process, and gives back the function that frees it. Throws {@link FolderInUse}.
 * SQLite's file lock is the one lock Node offers that the kernel frees by itself at kill -9, on every system.
 */
export function takeFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked/.test(error.message)) throw new FolderInUse(folder)
    throw error
  }
  return () => lock.close()
}
