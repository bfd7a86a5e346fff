import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { MomentChoice } from '../domain/moment.ts'
import type {
  HalfDay,
  MachineKind,
  NoticeStatus,
  RefusedFor,
  Side,
  Spoken,
  Subject,
} from '../domain/vocabulary.ts'

/** A notice with what a page or a machine may show of it; its author is a number, and nobody's page shows it. */
export interface Notice {
  id: number
  centre: { id: number; slug: string; name: string }
  neighbour: number
  side: Side
  subject: Subject
  machine: MachineKind | null
  sentence: string
  writtenIn: string
  languages: Spoken[]
  halfDays: HalfDay[]
  place: { id: number; name: string; city: string } | null
  openingId: number | null
  sessionId: number | null
  status: NoticeStatus
  refusedFor: RefusedFor | null
  validUntil: Temporal.PlainDate
  createdAt: Temporal.Instant
  /** A member thinks several people could learn from it. */
  workshopAsked: boolean
}

export interface NewNotice {
  centre: number
  neighbour: number
  pin: number
  side: Side
  subject: Subject
  machine: MachineKind | null
  sentence: string
  writtenIn: string
  languages: readonly Spoken[]
  halfDays: readonly HalfDay[]
  place: number | null
  moment: MomentChoice
  validUntil: Temporal.PlainDate
}

export async function insertNotice(work: Work<'board'>, notice: NewNotice): Promise<number> {
  const { moment } = notice
  const { id } = await work.tx
    .insertInto('board.notices')
    .values({
      centre_id: notice.centre,
      neighbour_id: notice.neighbour,
      pin: notice.pin,
      side: notice.side,
      subject: notice.subject,
      machine_kind: notice.machine,
      sentence: notice.sentence,
      written_in: notice.writtenIn,
      languages: [...notice.languages],
      half_days: [...notice.halfDays],
      place_id: notice.place,
      opening_id: moment.kind === 'opening' ? moment.id : null,
      session_id: moment.kind === 'session' ? moment.id : null,
      valid_until: notice.validUntil,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

/** The pins of a neighbour that hold a notice now. */
export async function readPins(work: Work<'board'>, neighbour: number): Promise<number[]> {
  const rows = await work.tx
    .selectFrom('board.notices')
    .select('pin')
    .where('neighbour_id', '=', neighbour)
    .where('status', 'in', ['waiting', 'published', 'met'])
    .execute()
  return rows.map(({ pin }) => pin)
}

type Wish = {
  id?: number
  centre?: number
  neighbour?: number
  side?: Side | undefined
  subject?: Subject | undefined
  status?: readonly NoticeStatus[]
  /** Only those still up on that day. */
  on?: Temporal.PlainDate
  limit?: number
  /** Only those written before this one, whether or not it is still up. */
  after?: number | undefined
}
type Row = Omit<Notice, 'centre' | 'place' | 'id' | 'neighbour'> & {
  id: number
  neighbour: number
  centreId: number
  centreSlug: string
  centreName: string
  placeId: number | null
  placeName: string | null
  placeCity: string | null
}

/** Notices whoever asks may see, newest first (those waiting: longest waiting first). */
export async function readNotices(work: Work<'board' | 'network'>, wish: Wish): Promise<Notice[]> {
  const { rows } = await sql<Row>`
    select n.id::int, n.neighbour_id::int as neighbour, n.side, n.subject, n.machine_kind as machine, n.sentence,
      n.written_in as "writtenIn", n.languages, n.half_days as "halfDays", n.opening_id as "openingId",
      n.session_id as "sessionId", n.status, n.refused_for as "refusedFor", n.valid_until as "validUntil",
      n.created_at as "createdAt", n.workshop_asked_at is not null as "workshopAsked", c.id as "centreId", c.slug as "centreSlug", c.name as "centreName",
      p.id as "placeId", p.name as "placeName", p.city as "placeCity"
    from board.notices n join network.centres c on c.id = n.centre_id left join network.places p on p.id = n.place_id
    where (${wish.id ?? null}::bigint is null or n.id = ${wish.id ?? null}::bigint)
      and (${wish.centre ?? null}::int is null or n.centre_id = ${wish.centre ?? null}::int)
      and (${wish.neighbour ?? null}::bigint is null or n.neighbour_id = ${wish.neighbour ?? null}::bigint)
      and (${wish.side ?? null}::text is null or n.side = ${wish.side ?? null}::text)
      and (${wish.subject ?? null}::text is null or n.subject = ${wish.subject ?? null}::text)
      and (${wish.status ? [...wish.status] : null}::text[] is null or n.status = any(${wish.status ? [...wish.status] : null}::text[]))
      and (${wish.on ?? null}::date is null or n.valid_until >= ${wish.on ?? null}::date)
      and (${wish.after ?? null}::bigint is null or n.id < ${wish.after ?? null}::bigint)
    order by case when n.status = 'waiting' then n.created_at end, n.id desc
    limit ${wish.limit ?? 200}`.execute(work.tx)
  return rows.map(
    ({ centreId, centreSlug, centreName, placeId, placeName, placeCity, ...row }): Notice => ({
      ...row,
      centre: { id: centreId, slug: centreSlug, name: centreName },
      place: placeId === null ? null : { id: placeId, name: placeName ?? '', city: placeCity ?? '' },
    }),
  )
}

export const readNotice = async (
  work: Work<'board' | 'network'>,
  wish: Wish & { id: number },
): Promise<Notice | null> => (await readNotices(work, wish))[0] ?? null
