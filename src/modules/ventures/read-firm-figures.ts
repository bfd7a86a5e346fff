import { shownParts } from '#modules/shops/index.ts'
import type { Work } from '#platform/work/index.ts'
import { countFirms, type FirmCount } from './db/milestones.ts'

/** Firms and people hired, in a town or in a trade of it; null when there are too few to be told. */
export type FirmFigure = Omit<FirmCount, 'count' | 'jobs'> & { firms: number | null; jobs: number | null }

/** Every town by name: as a whole, then its trades, where enough firms began for nobody to be known. */
export async function readFirmFigures(work: Work<'ventures'>): Promise<FirmFigure[]> {
  const towns = Map.groupBy(await countFirms(work), ({ inseeCode }) => inseeCode)
  const shown = ({ count, jobs, ...where }: FirmCount): FirmFigure => ({ ...where, firms: count, jobs })
  return [...towns.values()].flatMap((rows) => {
    const whole = rows.find(({ sector }) => sector === null)
    if (!whole) return []
    const [told] = shownParts(whole.count, [whole])
    if (!told) return [{ ...shown(whole), firms: null, jobs: null }]
    return [
      whole,
      ...shownParts(
        whole.count,
        rows.filter(({ sector }) => sector !== null),
      ),
    ].map(shown)
  })
}
