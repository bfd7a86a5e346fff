import type { Work } from '#platform/work/index.ts'
import { readOwnPacks } from './db/packs.ts'
import type { Pack } from './domain/pack.ts'
import { readyPacks } from './read-packs.ts'

/** Everything there is to play: what comes with the product, then what centres brought in; a centre's own comes before ours of the same name. */
export async function readShelf(work: Work<'games'>, centre: number | null = null): Promise<readonly Pack[]> {
  const own = (await readOwnPacks(work, centre)).map(({ pack }) => pack)
  const named = new Set(own.map(({ id }) => id))
  const ready = centre === null ? readyPacks() : readyPacks().filter(({ id }) => !named.has(id))
  const seen = new Set<string>()
  return [...ready, ...own].filter(({ id }) => !seen.has(id) && seen.add(id))
}
