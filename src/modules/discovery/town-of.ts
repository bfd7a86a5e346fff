import { searchKey } from '#modules/network/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readTowns, type Town } from './db/where.ts'
import { readTyped } from './domain/normalise.ts'

/** A town this many times more populated than the next is the one people mean. */
const muchLarger = 5

/**
 * The one commune a person means by a name or a postal code; `which` when several would do and none stands out, null
 * when there is none. With both (« 93200 Saint-Denis ») the name decides among the communes of the code.
 */
export async function townOf(
  work: Work<'discovery' | 'network'>,
  text: string,
): Promise<Town | 'which' | null> {
  const { key, postalCode, departement } = readTyped(text)
  if (postalCode) {
    const there = await readTowns(work, { by: 'postal-code', code: postalCode }, null)
    return there.find((town) => key && town.key === searchKey(key)) ?? there[0] ?? null
  }
  if (!key) return null
  const [first, second] = (await readTowns(work, { by: 'key', key }, departement)).sort(
    (a, b) => b.population - a.population,
  )
  if (!first) return null
  return second && first.population < muchLarger * second.population ? 'which' : first
}
