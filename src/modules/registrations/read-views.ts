import { readHosts, readSimilar, type Session } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readCourse, readLeads } from './db/course.ts'
import { readWaiting } from './db/figures.ts'
import { readByToken, readDecisions } from './db/registration.ts'
import { readRank } from './db/waiting-list.ts'
import { mayLeave, standingOfCourse } from './domain/course.ts'
import { centreOfToken } from './link.ts'

/** The three nearest similar sessions one can join; a later date of a course is none. */
async function readSimilarToJoin(work: Work, session: Session): Promise<Session[]> {
  const similar = await readSimilar(work, session, 12)
  const leads = await readLeads(
    work,
    similar.map(({ id }) => id),
  )
  return similar.filter(({ id }) => leads.has(id)).slice(0, 3)
}

/**
 * A session's page, the same for each date of a course: what leads it, its dates, who welcomes, how many wait, and what
 * is near it once it can no longer be joined.
 */
export async function readSessionView(work: Work, id: number) {
  const course = await readCourse(work, id)
  if (!course) return null
  const { lead: session, dates } = course
  const standing = standingOfCourse(dates, session, work.now)
  const [hosts, waiting, similar] = [
    await readHosts(work, session.id),
    standing === 'full' ? await readWaiting(work, session.id) : 0,
    standing === 'open' || standing === 'full' ? [] : await readSimilarToJoin(work, session),
  ]
  return { session, dates, standing, hosts, waiting, similar, now: work.now }
}

/** The page behind a link; null for a link that opens nothing. */
export async function readRegistrationView(house: House, token: string) {
  const centre = await centreOfToken(house, token)
  if (centre === null) return null
  return house.inWork({ kind: 'resident', centre }, async (work) => {
    const registration = await readByToken(work, hashOf(token))
    const course = registration && (await readCourse(work, registration.session))
    if (!registration || !course) return null
    const { lead: session, dates } = course
    const over = standingOfCourse(dates, session, work.now) === 'over'
    const ended = registration.status === 'cancelled' || over
    return {
      registration,
      session,
      dates,
      over,
      mayLeave: mayLeave(dates, work.now),
      rank: registration.status === 'waitlisted' ? await readRank(work, session.id, registration.id) : null,
      story: registration.status === 'confirmed' ? [] : await readDecisions(work, registration.id),
      similar: ended ? await readSimilarToJoin(work, session) : [],
      now: work.now,
    }
  })
}
