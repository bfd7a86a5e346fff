import { kits, vehicles } from '#fixtures/kits.ts'
import type { CentreSlug } from '#fixtures/world.ts'
import type { Work } from '#platform/work/index.ts'

/** Writes what a centre moves from room to room and drives with; answers its vehicle and its case of tablets. */
export async function loadKits(
  work: Work,
  { centre, slug, home }: { centre: number; slug: CentreSlug; home: number },
): Promise<{ vehicle: number | null; tablets: number | null }> {
  const own = vehicles[slug]
  const all = [...kits, ...(own ? [{ kind: 'vehicle', name: own, pieces: 1 }] : [])]
  const rows = await work.tx
    .insertInto('network.kits')
    .values(all.map(({ kind, name, pieces }) => ({ centre_id: centre, place_id: home, kind, name, pieces })))
    .returning(['id', 'kind'])
    .execute()
  const idOf = (kind: string) => rows.find((row) => row.kind === kind)?.id ?? null
  return { vehicle: idOf('vehicle'), tablets: idOf('tablets') }
}
