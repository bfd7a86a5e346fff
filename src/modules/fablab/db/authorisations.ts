import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Writes that a member showed somebody a machine; again: it begins anew. */
export async function upsertAuthorisation(
  work: Work<'fablab'>,
  shown: {
    centre: number
    maker: number
    induction: number
    member: number
    expiresAt: Temporal.Instant | null
    unusedMonths: number | null
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into fablab.authorisations (centre_id, maker_id, induction_id, granted_at, granted_by, expires_at, unused_months)
      values (${shown.centre}, ${shown.maker}, ${shown.induction}, ${work.now}, ${shown.member}, ${shown.expiresAt}, ${shown.unusedMonths})
      on conflict (maker_id, induction_id) do update set granted_at = excluded.granted_at, granted_by = excluded.granted_by,
        expires_at = excluded.expires_at, unused_months = excluded.unused_months, withdrawn_at = null
      returning id`.execute(work.tx)
  return Number(rows[0]?.id)
}

/** Takes an authorisation back; false: there was none to take. */
export async function writeWithdrawn(
  work: Work<'fablab'>,
  maker: number,
  induction: number,
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('fablab.authorisations')
    .set({ withdrawn_at: work.now })
    .where('maker_id', '=', maker)
    .where('induction_id', '=', induction)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/**
 * The last use of what a maker was shown, read again from the bookings she came to: marking, and undoing a mark, both
 * leave the truth.
 */
export async function writeLastUse(work: Work<'fablab'>, maker: number): Promise<void> {
  await sql`
    update fablab.authorisations a set last_used_at = (
      select max(b.starts_at) from fablab.bookings b
      join fablab.machine_inductions mi on mi.machine_id = b.machine_id and mi.induction_id = a.induction_id
      where b.maker_id = a.maker_id and b.came = 'present')
    where a.maker_id = ${maker}`.execute(work.tx)
}
