import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { MachineKind } from '../domain/vocabulary.ts'

export interface Presence {
  centre: number
  opening: number
  people: number
  machineKind: MachineKind | null
}

/**
 * Counts heads at an open lab; no name. False when the lab is not open at this moment, or holds no more. A visitor counts
 * herself and at most five with her, and reads nobody's. After false the transaction is to be refused: it writes no more.
 */
export async function insertPresence(work: Work<'fablab'>, presence: Presence): Promise<boolean> {
  try {
    await work.tx
      .insertInto('fablab.presences')
      .values({
        centre_id: presence.centre,
        opening_id: presence.opening,
        people: presence.people,
        machine_kind: presence.machineKind,
        came_at: work.now,
        noted_by: work.actor.kind === 'member' ? work.actor.member : null,
      })
      .execute()
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === '23514') return false
    throw error
  }
}

/** How many came to each of these openings. */
export async function readPresences(
  work: Work<'fablab'>,
  openings: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ opening: number; people: number }>`
    select opening_id as opening, sum(people)::int as people from fablab.presences
    where opening_id = any(${[...openings]}) group by opening_id`.execute(work.tx)
  return new Map(rows.map(({ opening, people }) => [opening, people]))
}

/** Takes back the last one counted at an opening. */
export async function deleteLastPresence(work: Work<'fablab'>, opening: number): Promise<void> {
  await sql`delete from fablab.presences where id =
    (select id from fablab.presences where opening_id = ${opening} order by id desc limit 1)`.execute(work.tx)
}
