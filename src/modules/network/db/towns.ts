import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Where a centre is: the town people choose when nothing else says who answers them. */
export interface Town {
  centre: number
  slug: string
  name: string
  /** The postal code of its site, which says the country of a number written without one. */
  postalCode: string
  timeZone: string
}

/** Every centre with the town of its site, by name. */
export async function readTowns(work: Work<'network'>): Promise<Town[]> {
  const { rows } = await sql<Town>`
    select distinct on (c.id) c.id as centre, c.slug, c.name, p.postal_code as "postalCode", p.time_zone as "timeZone"
    from network.centres c join network.places p on p.centre_id = c.id and p.kind = 'site' order by c.id, p.id`.execute(
    work.tx,
  )
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}
