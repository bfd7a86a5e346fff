import { members, type PlannedSession, rhythm, weeksOf } from '#fixtures/world.ts'
import { centres } from '#fixtures/world.ts'
import type { House } from '#platform/house.ts'
import { loadMembers } from './members.ts'
import { loadNetwork, type Network } from './network.ts'
import { loadSessions } from './sessions.ts'
import { loadJoined } from './joined.ts'

/** How far the demo's programme reaches, from today. */
const weeks = 8

/**
 * Puts the named world into an empty database: the twelve sites, their stops, the catalogue, eight weeks of sessions
 * from today, the team, and who joined what. Does nothing when a centre exists already.
 */
export async function loadDemo(house: House, say: (line: string) => void): Promise<void> {
  if (!(await isEmpty(house))) return
  say('Loading the demo network (a few seconds, once).')
  const network = await house.inWork({ kind: 'system', centre: null }, loadNetwork)
  await house.inWork({ kind: 'system', centre: null }, (work) =>
    loadMembers(work, house.seal, null, members.filter((member) => member.centre === null)),
  )
  const plan = planFrom(house.now())
  let people = 0
  for (const { slug } of centres) {
    const ranked = plan.filter(({ planned }) => planned.centre === slug)
    people += await loadCentre(house, network, slug, ranked)
  }
  say(`${centres.length} sites, ${plan.length} sessions over ${weeks} weeks, ${people} registrations.`)
}

/** Whether no centre exists yet. */
export const isEmpty = (house: House): Promise<boolean> =>
  house.inWork({ kind: 'visitor' }, async (work) => {
    const centre = await work.tx.selectFrom('network.centres').select('id').limit(1).executeTakeFirst()
    return centre === undefined
  })

/** A session of the plan and its rank in it: how full it is depends on both. */
export interface Ranked {
  planned: PlannedSession
  rank: number
}

/** Each centre counts its days in its own zone; the plan is one list all the same. */
function planFrom(now: Temporal.Instant): Ranked[] {
  const from = now.toZonedDateTimeISO('Europe/Paris').toPlainDate()
  return weeksOf(rhythm, { from, weeks }).map((planned, rank) => ({ planned, rank }))
}

function loadCentre(house: House, network: Network, slug: string, plan: Ranked[]): Promise<number> {
  const centre = network.centres.get(slug) as number
  return house.inWork({ kind: 'system', centre }, async (work) => {
    const hosts = await loadMembers(work, house.seal, centre, members.filter((member) => member.centre === slug))
    const sessions = await loadSessions(work, network, centre, slug, plan, hosts)
    return loadJoined(work, house.seal, centre, sessions)
  })
}
