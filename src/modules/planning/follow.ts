import type { House } from '#platform/house.ts'
import type { Jobs } from '#platform/jobs/index.ts'
import type { Work } from '#platform/work/index.ts'
import { remindHosts } from './call-remind.ts'

/** Hosts' reminders follow a session that was published, moved, cancelled, or given other hosts. */
export function followSessions(work: Work<never>, sessions: readonly number[]): void {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  for (const session of sessions)
    work.enqueue('planning.follow-session', { centre, session }, { key: `follow:${session}` })
}

export const followJobs = (house: House): Jobs => ({
  'planning.follow-session': async (payload) => {
    const centre = Number(payload.centre)
    await house.inWork({ kind: 'system', centre }, (work) =>
      remindHosts(work, house.seal, Number(payload.session)),
    )
  },
})
