import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import { fewest, shownParts } from '../domain/discreet.ts'
import type { Sector } from '../domain/vocabulary.ts'

/** Shops of a town, or of a trade in it. */
export interface ShopFigure {
  inseeCode: string
  town: string
  /** Null: every trade of the town. */
  sector: Sector | null
  /** Null when there are too few to be told, and so are the two others. */
  diagnosed: number | null
  measuredAgain: number | null
  actions: number | null
}

/**
 * Every town by name: as a whole, then its trades, where enough shops were diagnosed for nobody to be known. Of the
 * whole network.
 */
export async function readShopFigures(work: Work<'shops'>): Promise<ShopFigure[]> {
  const { rows } = await sql<{
    insee_code: string
    town: string
    sector: Sector | null
    count: number
    again: number
    actions: number
  }>`
    select insee_code, max(town) as town, sector, sum(diagnosed)::int as count, sum(measured_again)::int as again,
      sum(actions)::int as actions
    from shops.figures group by grouping sets ((insee_code), (insee_code, sector))
    order by max(town), insee_code, sector nulls first`.execute(work.tx)
  const figureOf = (row: (typeof rows)[number]): ShopFigure => ({
    inseeCode: row.insee_code,
    town: row.town,
    sector: row.sector,
    diagnosed: row.count,
    measuredAgain: row.again,
    actions: row.actions,
  })
  return [...Map.groupBy(rows, (row) => row.insee_code).values()].flatMap((ofTown) => {
    const whole = ofTown.find(({ sector }) => sector === null)
    if (!whole) return []
    if (whole.count < fewest)
      return [{ ...figureOf(whole), diagnosed: null, measuredAgain: null, actions: null }]
    const trades = ofTown.filter(({ sector }) => sector !== null)
    return [whole, ...shownParts(whole.count, trades)].map(figureOf)
  })
}
