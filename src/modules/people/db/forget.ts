import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Forgets people last met before a moment, and calls made before another. Tells how many of each. */
export async function forgetPeople(
  work: Work<'people'>,
  before: { met: Temporal.Instant; called: Temporal.Instant },
): Promise<{ residents: number; callBacks: number }> {
  const { rows } = await sql<{ residents: number; call_backs: number }>`
    select residents, call_backs from people.forget(${before.met}, ${before.called})`.execute(work.tx)
  return { residents: rows[0]?.residents ?? 0, callBacks: rows[0]?.call_backs ?? 0 }
}
