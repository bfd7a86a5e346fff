import type { Work } from '#platform/work/index.ts'
import { readLabHere } from './db/lab.ts'
import { readInductions } from './db/machines.ts'
import { readAuthorisations, readMakers } from './db/makers.ts'

/** More makers than these are looked for by what they hold. */
const shownMakers = 500

/** Who was shown what in a lab: its makers, what they hold, and what is taught there. */
export async function readEverybody(work: Work<'fablab' | 'people' | 'network' | 'access'>, centre: number) {
  const makers = await readMakers(work, shownMakers)
  return {
    timeZone: (await readLabHere(work, centre)).timeZone,
    makers,
    authorisations: await readAuthorisations(
      work,
      makers.map(({ id }) => id),
    ),
    inductions: await readInductions(work, centre),
  }
}
