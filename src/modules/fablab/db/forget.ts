import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Forgets, in every centre, the makers not met since a moment. Tells how many. */
export async function forgetMakers(work: Work<'fablab'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select fablab.forget(${before}) as forgotten`.execute(
    work.tx,
  )
  return rows[0]?.forgotten ?? 0
}
