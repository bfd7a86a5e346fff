import type { Work } from '#platform/work/index.ts'
import { insertAudit } from './db/audit.ts'

/**
 * Writes down who did what, in the same transaction as what was done. `subject` is a kind and a number
 * (`session:12`), never a name.
 */
export async function record(work: Work<'access'>, action: string, subject: string): Promise<void> {
  const { actor } = work
  await insertAudit(work, {
    centre: 'centre' in actor ? actor.centre : null,
    member: actor.kind === 'member' ? actor.member : null,
    role: actor.kind === 'member' ? actor.role : actor.kind,
    action,
    subject,
  })
}
