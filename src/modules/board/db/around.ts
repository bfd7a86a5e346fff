import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Places of a centre where two people may meet: its sites and its partners'. */
export async function readMeetingPlaces(
  work: Work<'network'>,
  centre: number,
): Promise<{ id: number; name: string; city: string }[]> {
  return work.tx
    .selectFrom('network.places')
    .select(['id', 'name', 'city'])
    .where('centre_id', '=', centre)
    .where('kind', 'in', ['site', 'partner'])
    .orderBy('kind', 'desc')
    .orderBy('name')
    .execute()
}

/** Kilometres by road between the places of two notices, as `ask:offer`; nothing where one of them named none. */
export async function readKilometres(
  work: Work<'board' | 'network'>,
  asks: readonly number[],
  offers: readonly number[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ ask: number; offer: number; km: number | null }>`
    select a.id::int as ask, o.id::int as offer, network.kilometres(a.place_id, o.place_id) as km
    from board.notices a join board.notices o on o.subject = a.subject
    where a.id = any(${[...asks]}::bigint[]) and o.id = any(${[...offers]}::bigint[])
      and a.place_id is not null and o.place_id is not null`.execute(work.tx)
  return new Map(rows.flatMap(({ ask, offer, km }) => (km === null ? [] : [[`${ask}:${offer}`, km]])))
}

/** What was done on the board, month by month; of the centres whoever asks may see, together. */
export interface Figure {
  month: Temporal.PlainDate
  subject: string
  asks: number
  offers: number
  introductions: number
  done: number
}

export async function readFigures(work: Work<'board'>): Promise<Figure[]> {
  const { rows } = await sql<Figure>`
    select month, subject, sum(asks)::int as asks, sum(offers)::int as offers, sum(introductions)::int as introductions,
      sum(done)::int as done
    from board.figures group by month, subject order by month desc, subject limit 400`.execute(work.tx)
  return rows
}
