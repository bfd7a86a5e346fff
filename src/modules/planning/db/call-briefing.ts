import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Room, material, door and colleagues of a session, as its host may know them. */
export async function readKit(
  work: Work<'programme' | 'network' | 'access'>,
  session: number,
  member: number,
) {
  const { rows } = await sql<{
    room: string | null
    kits: string[]
    door: string | null
    colleagues: string[]
  }>`
    select space.name as room, door.code as door,
      array(select k.name from programme.session_kits h join network.kits k on k.id = h.kit_id
        where h.session_id = s.id order by k.name) as kits,
      array(select m.name from programme.session_hosts h join access.welcoming_names m on m.id = h.member_id
        where h.session_id = s.id and h.member_id <> ${member} order by m.name) as colleagues
    from programme.sessions s
    left join network.spaces space on space.id = s.space_id
    left join network.door_codes door on door.place_id = s.place_id
    where s.id = ${session}`.execute(work.tx)
  return rows[0] ?? { room: null, kits: [], door: null, colleagues: [] }
}
