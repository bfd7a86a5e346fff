import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { authorise } from './authorise.ts'
import { makerOfResident } from './db/makers.ts'
import { readShownSessions } from './db/shown.ts'
import type { Ticket } from './ticket.ts'

/** How long after a session one may still say who was shown what. */
export const shownDays = 14

/**
 * Authorises, after a session, those of its present people who were seen using the machine safely: each becomes a maker
 * and gets a link. People who were not marked present are not taken, whatever is posted.
 */
export async function authoriseShown(
  work: Work,
  {
    centre,
    session,
    induction,
    residents,
    ticket,
  }: {
    centre: number
    session: number
    induction: number
    residents: readonly number[]
    ticket: () => Ticket
  },
): Promise<
  Result<{ count: number }, { refusal: 'induction-unknown' | 'maker-unknown' | 'groups-come-as-groups' }>
> {
  const since = work.now.subtract({ hours: 24 * shownDays })
  const shown = (await readShownSessions(work, { centre, since, language: 'fr' })).find(
    (one) => one.session === session,
  )
  if (!shown?.inductions.includes(induction)) return refuse({ refusal: 'induction-unknown' })
  const present = shown.people.filter(({ resident }) => residents.includes(resident))
  for (const { resident } of present) {
    const makerId = await makerOfResident(work, { centre, resident, ticket: ticket() })
    const authorised = await authorise(work, { makerId, inductionId: induction })
    if (!authorised.ok) return authorised
  }
  return done({ count: present.length })
}
