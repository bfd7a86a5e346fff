import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { ProposedSession } from '../domain/fill-proposal.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

export interface Fill {
  id: number
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  status: 'waiting' | 'running' | 'proposed' | 'applied' | 'left' | 'failed'
  progress: number
  proposal: ProposedSession[] | null
  objective: number | null
  bound: number | null
}

export async function insertFill(
  work: Work<Schemas>,
  fill: { centre: number; from: Temporal.PlainDate; until: Temporal.PlainDate; member: number },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('planning.fills')
    .values({
      centre_id: fill.centre,
      from_on: fill.from,
      until_on: fill.until,
      status: 'waiting',
      created_by: fill.member,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function readFill(work: Work<Schemas>, id: number): Promise<Fill | null> {
  const row = await work.tx
    .selectFrom('planning.fills')
    .select([
      'id',
      'from_on as from',
      'until_on as until',
      'status',
      'progress',
      'proposal',
      'objective',
      'bound',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as unknown as Fill | undefined) ?? null
}

/** Changes a fill's state if it is still in one of these; false when it has moved on. */
export async function writeFill(
  work: Work<Schemas>,
  id: number,
  from: readonly Fill['status'][],
  to: Partial<Pick<Fill, 'status' | 'progress' | 'proposal' | 'objective' | 'bound'>>,
): Promise<boolean> {
  const rows = await work.tx
    .updateTable('planning.fills')
    .set({ ...to, ...(to.proposal && { proposal: JSON.stringify(to.proposal) }) } as never)
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function deleteFills(work: Work<Schemas>, before: Temporal.Instant): Promise<void> {
  await work.tx.deleteFrom('planning.fills').where('created_at', '<', before).execute()
}

/** Sessions of a centre that lack hosts or a room in a period, drafts included. */
export async function readLacking(
  work: Work<Schemas>,
  centre: number,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
) {
  const { rows } = await sql<{
    id: number
    from: number
    to: number
    place: number
    hosts: number
    skills: string[]
    languages: string[]
    needsSpace: boolean
    seats: number
    stop: number | null
  }>`
    select * from (
      select s.id, extract(epoch from s.starts_at - make_interval(mins => s.preparation_minutes))::int as "from",
        extract(epoch from s.ends_at + make_interval(mins => s.tidy_minutes))::int as "to", s.place_id as place,
        greatest(0, s.hosts_needed - (select count(*) from programme.session_hosts h where h.session_id = s.id))::int as hosts,
        planning.skills_missing(s.id) as skills, s.languages, s.capacity as seats, s.stop_id as stop,
        s.space_id is null and exists (select from network.spaces where place_id = s.place_id) as "needsSpace"
      from programme.sessions s
      where s.centre_id = ${centre} and s.status <> 'cancelled' and s.starts_at > ${work.now}
        and s.starts_at >= ${from} and s.starts_at < ${to}
    ) lacking where hosts > 0 or "needsSpace" order by "from", id`.execute(work.tx)
  return rows
}

/** What holds the hosts and rooms of a centre around a period, in seconds. */
export async function readHeld(
  work: Work<Schemas>,
  centre: number,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
) {
  const { rows } = await sql<{
    resource: string
    id: number
    from: number
    to: number
    place: number
    outing: number
  }>`
    select resource, resource_id as id, extract(epoch from lower(during))::int as "from",
      extract(epoch from upper(during))::int as "to", place_id as place, outing::float8 as outing
    from network.occupations
    where centre_id = ${centre} and during && tstzrange(${from.subtract({ hours: 4 })}, ${to.add({ hours: 4 })})`.execute(
    work.tx,
  )
  return rows
}

export async function readRooms(work: Work<Schemas>, centre: number) {
  return work.tx
    .selectFrom('network.spaces')
    .select(['id', 'name', 'place_id as place', 'capacity as seats'])
    .where('centre_id', '=', centre)
    .orderBy('capacity')
    .orderBy('id')
    .execute()
}
