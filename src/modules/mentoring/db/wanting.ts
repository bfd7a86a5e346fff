import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Side } from '../domain/profile.ts'

/** Founders who ask for a mentor, and since when. */
export async function readAsks(work: Work<'mentoring'>): Promise<Map<number, Temporal.Instant>> {
  const rows = await work.tx.selectFrom('mentoring.asks').select(['founder_id', 'asked_at']).execute()
  return new Map(rows.map((row) => [Number(row.founder_id), row.asked_at]))
}

/** Twice is the same as once. */
export async function insertAsk(
  work: Work<'mentoring'>,
  ask: { centre: number; founder: number },
): Promise<void> {
  await work.tx
    .insertInto('mentoring.asks')
    .values({ centre_id: ask.centre, founder_id: ask.founder, asked_at: work.now })
    .onConflict((conflict) => conflict.column('founder_id').doNothing())
    .execute()
}

export async function deleteAsk(work: Work<'mentoring'>, founder: number): Promise<void> {
  await work.tx.deleteFrom('mentoring.asks').where('founder_id', '=', founder).execute()
}

/** Somebody's wish: the dearest has rank 1. */
export interface Wish {
  side: Side
  founder: number
  mentor: number
}

/** Every wish of the centre, the dearest first. */
export async function readWishes(work: Work<'mentoring'>): Promise<Wish[]> {
  const rows = await work.tx
    .selectFrom('mentoring.wishes')
    .select(['side', 'founder_id', 'mentor_id'])
    .orderBy('rank')
    .execute()
  return rows.map((row) => ({
    side: row.side as Side,
    founder: Number(row.founder_id),
    mentor: Number(row.mentor_id),
  }))
}

/** Replaces all the wishes of one person by these, the dearest first. */
export async function writeWishes(
  work: Work<'mentoring'>,
  who: { side: Side; centre: number; id: number },
  ranked: readonly number[],
): Promise<void> {
  const [mine, other] =
    who.side === 'founder' ? (['founder_id', 'mentor_id'] as const) : (['mentor_id', 'founder_id'] as const)
  await work.tx.deleteFrom('mentoring.wishes').where('side', '=', who.side).where(mine, '=', who.id).execute()
  if (ranked.length === 0) return
  const rows = ranked.map((id, at) => ({
    side: who.side,
    centre_id: who.centre,
    rank: at + 1,
    founder_id: mine === 'founder_id' ? who.id : id,
    mentor_id: other === 'mentor_id' ? id : who.id,
  }))
  await work.tx.insertInto('mentoring.wishes').values(rows).execute()
}

/** Pairs not to be proposed again. */
export async function readApart(work: Work<'mentoring'>): Promise<{ founder: number; mentor: number }[]> {
  const rows = await work.tx.selectFrom('mentoring.apart').select(['founder_id', 'mentor_id']).execute()
  return rows.map((row) => ({ founder: Number(row.founder_id), mentor: Number(row.mentor_id) }))
}

export async function insertApart(
  work: Work<'mentoring'>,
  pair: { centre: number; founder: number; mentor: number },
): Promise<void> {
  await work.tx
    .insertInto('mentoring.apart')
    .values({ centre_id: pair.centre, founder_id: pair.founder, mentor_id: pair.mentor, since: work.now })
    .onConflict((conflict) => conflict.columns(['founder_id', 'mentor_id']).doNothing())
    .execute()
}

/** How many applied matchings left each founder without a mentor. */
export async function readWaited(work: Work<'mentoring'>): Promise<Map<number, number>> {
  const { rows } = await sql<{ founder: number; times: number }>`
    select p.founder_id as founder, count(*)::int as times
    from mentoring.proposed p join mentoring.rounds r on r.id = p.round_id
    where r.status = 'applied' and p.decision <> 'accepted' group by p.founder_id`.execute(work.tx)
  return new Map(rows.map(({ founder, times }) => [Number(founder), times]))
}
