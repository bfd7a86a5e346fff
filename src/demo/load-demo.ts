import { centres } from '#fixtures/world.ts'
import { loadCommunes } from '#modules/discovery/index.ts'
import type { House } from '#platform/house.ts'
import { loadBoard } from './load-board.ts'
import { loadCentre } from './load-centre.ts'
import { loadFablab } from './load-fablab.ts'
import { loadLab } from './load-lab.ts'
import { loadMentoring } from './load-mentoring.ts'
import { loadNetwork, loadNetworkManagers } from './load-network.ts'
import { loadPlay } from './load-play.ts'
import { loadProjects } from './load-projects.ts'
import { loadShops } from './load-shops.ts'
import { loadVentures } from './load-ventures.ts'

const theTerminal = { kind: 'system', centre: null } as const

/** Whether no centre exists yet: the only house the demo moves into. */
export const isEmpty = async (house: House): Promise<boolean> => (await slugsOf(house)).length === 0

/**
 * Fills an empty house with the demo network: twelve centres, their rooms, teams and eight weeks of sessions from today,
 * and the people who joined. A house that holds any other network is left as it is. A load that was interrupted is
 * taken up again at the first centre without a team. `say` is told each step, in a sentence.
 */
export async function loadDemo(house: House, say: (line: string) => void): Promise<void> {
  const present = await slugsOf(house)
  if (present.length > 0 && !isDemo(present)) return
  if (present.length === 0) {
    say('Loading the demo network: twelve centres, eight weeks of sessions.')
    await house.inWork(theTerminal, async (work) => {
      await loadNetwork(work)
      await loadNetworkManagers(work, house.seal)
    })
  }
  // Shops and firms are in towns: they are known by then, or are now.
  await house.inWork(theTerminal, (work) => loadCommunes(work))
  let sessions = 0
  let people = 0
  for (const centre of centres) {
    const loaded = await loadCentre(house, centre)
    await loadPlay(house, centre)
    await loadFablab(house, centre)
    await loadLab(house, centre)
    await loadBoard(house, centre)
    await loadProjects(house, centre)
    await loadShops(house, centre)
    await loadVentures(house, centre)
    // After founders: they are whom mentors guide.
    await loadMentoring(house, centre)
    sessions += loaded.sessions
    people += loaded.people
  }
  if (sessions > 0) say(`The demo network is there: ${sessions} sessions, ${people} people who joined.`)
}

const slugsOf = (house: House): Promise<string[]> =>
  house.inWork(theTerminal, async ({ tx }) => {
    const rows = await tx.selectFrom('network.centres').select('slug').execute()
    return rows.map(({ slug }) => slug)
  })

function isDemo(present: readonly string[]): boolean {
  const ours = new Set<string>(centres.map(({ slug }) => slug))
  return present.length === ours.size && present.every((slug) => ours.has(slug))
}
