import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { OutageCause } from '../domain/vocabulary.ts'

/** Keeps a machine still until the end of the transaction: no booking of it is written meanwhile. False: no such machine. */
export async function lockMachine(work: Work<'fablab'>, machine: number): Promise<boolean> {
  const row = await work.tx
    .selectFrom('fablab.machines')
    .select('id')
    .where('id', '=', machine)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function insertOutage(
  work: Work<'fablab'>,
  outage: {
    centre: number
    machine: number
    from: Temporal.Instant
    until: Temporal.Instant | null
    cause: OutageCause
    member: number
  },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('fablab.outages')
    .values({
      centre_id: outage.centre,
      machine_id: outage.machine,
      from_at: outage.from,
      until_at: outage.until,
      cause: outage.cause,
      noted_by: outage.member,
      noted_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends what is going on at a machine, and forgets what has not begun. Tells how many. */
export async function endOutages(work: Work<'fablab'>, machine: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    update fablab.outages set from_at = least(from_at, ${work.now}::timestamptz - interval '1 second'), until_at = ${work.now}
    where machine_id = ${machine} and (until_at is null or until_at > ${work.now}) returning id`.execute(
    work.tx,
  )
  return rows.length
}
