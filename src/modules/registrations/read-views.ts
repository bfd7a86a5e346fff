import { readHosts, readSession, readSimilar, type Session, standingOf } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readWaiting } from './db/figures.ts'
import { readByToken, readDecisions } from './db/registration.ts'
import { readRank } from './db/waiting-list.ts'
import { centreOfToken } from './link.ts'

/** A session's page: the session, who welcomes, how many wait, and what is near it once it can no longer be joined. */
export async function readSessionView(work: Work, id: number | { code: string }) {
  const session = await readSession(work, id)
  if (!session) return null
  const standing = standingOf(session, work.now)
  const [hosts, waiting, similar] = [
    await readHosts(work, session.id),
    standing === 'full' ? await readWaiting(work, session.id) : 0,
    standing === 'open' || standing === 'full' ? [] : await readSimilar(work, session),
  ]
  return { session, hosts, waiting, similar, now: work.now }
}

/** The page behind a link; null for a link that opens nothing. */
export async function readRegistrationView(house: House, token: string) {
  const centre = await centreOfToken(house, token)
  if (centre === null) return null
  return house.inWork({ kind: 'resident', centre }, async (work) => {
    const registration = await readByToken(work, hashOf(token))
    const session = registration && (await readSession(work, registration.session))
    if (!registration || !session) return null
    const ended =
      registration.status === 'cancelled' || Temporal.Instant.compare(session.end.toInstant(), work.now) <= 0
    return {
      registration,
      session: session as Session,
      rank: registration.status === 'waitlisted' ? await readRank(work, session.id, registration.id) : null,
      story: registration.status === 'confirmed' ? [] : await readDecisions(work, registration.id),
      similar: ended ? await readSimilar(work, session) : [],
      now: work.now,
    }
  })
}
