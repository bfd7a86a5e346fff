import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Pack } from '../domain/pack.ts'

/** A pack a centre brought in. */
export interface OwnPack {
  id: number
  centre: number
  pack: Pack
}

/** Packs brought in: of one centre, or of all of them when a resident looks at what there is to play. */
export async function readOwnPacks(work: Work<'games'>, centre: number | null): Promise<OwnPack[]> {
  const rows = await work.tx
    .selectFrom('games.packs')
    .select(['id', 'centre_id as centre', 'content'])
    .$if(centre !== null, (query) => query.where('centre_id', '=', centre as number))
    .orderBy('slug')
    .execute()
  // What was written passed the schema: it is read as it was written.
  return rows.map(({ id, centre, content }) => ({ id, centre, pack: content as unknown as Pack }))
}

/** Writes a pack of a centre; the same name again replaces it. */
export async function writePack(
  work: Work<'games'>,
  { centre, member, pack }: { centre: number; member: number; pack: Pack },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into games.packs (centre_id, slug, content, brought_by, brought_at)
    values (${centre}, ${pack.id}, ${JSON.stringify(pack)}, ${member}, ${work.now})
    on conflict on constraint one_pack_of_a_name
      do update set content = excluded.content, brought_by = excluded.brought_by, brought_at = excluded.brought_at
    returning games.packs.id`.execute(work.tx)
  return rows[0]?.id ?? 0
}

/** Removes a pack of a centre; games under way keep their questions. */
export async function deletePack(work: Work<'games'>, centre: number, id: number): Promise<boolean> {
  const gone = await work.tx
    .deleteFrom('games.packs')
    .where('id', '=', id)
    .where('centre_id', '=', centre)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
