import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { BookingFacts, Other } from '../domain/may-book.ts'
import type { Machine, Opening } from '../domain/vocabulary.ts'

/** What decides of a booking besides the machine and the maker: the opening, what she holds, when she was missed. */
export async function readBookingFacts(
  work: Work<'fablab' | 'access'>,
  wish: {
    machine: Machine
    maker: number
    startsAt: Temporal.Instant
    endsAt: Temporal.Instant
    status: 'booked' | 'waiting'
    /** A booking being moved or confirmed does not stand in its own way. */
    not?: number
  },
): Promise<Pick<BookingFacts, 'opening' | 'others' | 'absences'>> {
  const { rows } = await sql<{
    opening: { startsAt: string; supervisor: number | null } | null
    others: { startsAt: string; endsAt: string }[]
    absences: string[]
  }>`
    select
      (select json_build_object('startsAt', o.starts_at, 'supervisor', o.supervisor_id) from fablab.openings o
        where o.space_id = ${wish.machine.space.id} and o.kind = 'bookable' and o.starts_at <= ${wish.startsAt} and o.ends_at >= ${wish.endsAt}) as opening,
      coalesce((select json_agg(json_build_object('startsAt', b.starts_at, 'endsAt', b.ends_at)) from fablab.bookings b
        join fablab.machines m on m.id = b.machine_id and m.kind = ${wish.machine.kind}
        where b.maker_id = ${wish.maker} and b.id <> ${wish.not ?? 0}
          and (b.status = 'booked' or (b.status = 'waiting' and ${wish.status} = 'waiting'))), '[]') as others,
      coalesce((select json_agg(b.starts_at) from fablab.bookings b
        where b.maker_id = ${wish.maker} and b.came = 'absent' and b.status = 'booked'), '[]') as absences`.execute(
    work.tx,
  )
  const row = rows[0]
  const opening: Pick<Opening, 'startsAt' | 'supervisor'> | null = row?.opening
    ? {
        startsAt: Temporal.Instant.from(row.opening.startsAt),
        supervisor: row.opening.supervisor === null ? null : { id: row.opening.supervisor, name: '' },
      }
    : null
  const others: Other[] = (row?.others ?? []).map((other) => ({
    startsAt: Temporal.Instant.from(other.startsAt),
    endsAt: Temporal.Instant.from(other.endsAt),
  }))
  return { opening, others, absences: (row?.absences ?? []).map((at) => Temporal.Instant.from(at)) }
}
