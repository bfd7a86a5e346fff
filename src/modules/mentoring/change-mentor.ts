import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { type Mentor, writeProfile, writeStatus } from './db/mentors.ts'
import type { MentorProfile } from './domain/profile.ts'

/** A mentor says something else of herself. Places cannot go below the founders she guides. */
export async function changeProfile(
  work: Work<'mentoring'>,
  mentor: Mentor,
  profile: MentorProfile,
): Promise<Result<null, { refusal: 'guides-more' }>> {
  return (await writeProfile(work, mentor.id, profile)) ? done(null) : refuse({ refusal: 'guides-more' })
}

/** A pause: nobody new is proposed; whoever she guides goes on. Asked again, it ends. */
export async function pauseMentor(
  work: Work<'mentoring'>,
  mentor: Mentor,
): Promise<Result<null, { refusal: 'not-welcomed' }>> {
  const [from, to] =
    mentor.status === 'paused' ? (['paused', 'welcome'] as const) : (['welcome', 'paused'] as const)
  return (await writeStatus(work, mentor.id, [from], to)) ? done(null) : refuse({ refusal: 'not-welcomed' })
}

/** The team welcomes somebody who offered, or declines; she is told. */
export async function decideMentor(
  work: Work<'mentoring'>,
  { mentor, decision, member }: { mentor: Mentor; decision: 'welcome' | 'declined'; member: number },
): Promise<Result<null, { refusal: 'mentor-decided' }>> {
  if (!(await writeStatus(work, mentor.id, ['asking'], decision, member)))
    return refuse({ refusal: 'mentor-decided' })
  work.enqueue('messaging.deliver', {
    centre: mentor.centre,
    kind: `mentoring.${decision}`,
    ref: mentor.id,
    version: 1,
  })
  return done(null)
}
