import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import { refusedBy } from './refused.ts'

/** Tries to write: false when the guard or an hour just taken refuses it, and all is then as before. Bugs are thrown. */
export async function attempt(work: Work<'fablab'>, write: () => Promise<boolean>): Promise<boolean> {
  await sql`savepoint attempt`.execute(work.tx)
  try {
    const written = await write()
    await sql`release savepoint attempt`.execute(work.tx)
    return written
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(work.tx)
    refusedBy(error)
    return false
  }
}
