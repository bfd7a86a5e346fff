import type { Work } from '#platform/work/index.ts'
import { deletePast } from './db/sign-in.ts'

/** Deletes codes a day after their end and sign-ins at theirs. The audit trail is not the app's to delete. */
export const purge = (work: Work<'access'>): Promise<{ codes: number; signIns: number }> => deletePast(work)
