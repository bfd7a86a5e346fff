import type { Work } from '#platform/work/index.ts'
import { endTrail } from './db/audit.ts'
import { deletePast } from './db/sign-in.ts'

/** Deletes codes a day after their end, sign-ins at theirs, and the audit trail after a year. */
export async function purge(
  work: Work<'access'>,
): Promise<{ codes: number; signIns: number; trail: number }> {
  const yearAgo = work.now.toZonedDateTimeISO('UTC').subtract({ months: 12 }).toInstant()
  return { ...(await deletePast(work)), trail: await endTrail(work, yearAgo) }
}
