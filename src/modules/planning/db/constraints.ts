import { isClash } from '#modules/programme/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** From here on, clashes are looked at together, by {@link checkClashesNow} or at the latest when the work ends. */
export const checkClashesTogether = async (work: Work<never>): Promise<void> => {
  await sql`set constraints network.one_outing_at_a_time, network.one_session_at_a_time, network.time_to_travel deferred`.execute(
    work.tx,
  )
}

/** Looks at them now: false when something would be in two places. The work is then to be refused. */
export const checkClashesNow = async (work: Work<never>): Promise<boolean> => {
  try {
    await sql`set constraints all immediate`.execute(work.tx)
    return true
  } catch (error) {
    if (isClash(error)) return false
    throw error
  }
}
