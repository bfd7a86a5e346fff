import { record } from '#modules/access/index.ts'
import { isClash } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readBooking } from './db/bookings.ts'
import { readOpenings } from './db/hours.ts'
import {
  deleteOpening,
  insertOpening,
  lockOpening,
  type OpeningHours,
  readSpace,
  readStranded,
  writeOpening,
} from './db/openings.ts'
import type { Booking, Opening } from './domain/vocabulary.ts'
import { reHome } from './re-home.ts'

type Schemas = 'fablab' | 'people' | 'network' | 'access'

/** When a room of the lab is open, and who is there. */
export interface Hours {
  spaceId: number
  kind: Opening['kind']
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** A member of the centre; null: nobody supervises. */
  supervisorId: number | null
}

/** « clash »: the room is open then already, or the supervisor is elsewhere. */
export type OpeningRefusal = 'space-unknown' | 'ends-before' | 'too-long' | 'clash' | 'opening-unknown'
type Answer<T> = Promise<Result<T, { refusal: OpeningRefusal }>>

/** Opens a room of the lab. */
export async function addOpening(work: Work<Schemas>, hours: Hours): Answer<{ id: number }> {
  const wanted = await check(work, hours)
  if (typeof wanted === 'string') return refuse({ refusal: wanted })
  const id = await unlessClash(() => insertOpening(work, wanted))
  if (id === null) return refuse({ refusal: 'clash' })
  await record(work, 'fablab.open', `opening:${id}`)
  return done({ id })
}

/** The bookings that a change of hours, or of supervisor, leaves without a place; `to` null: the opening is removed. */
export async function previewOpening(
  work: Work<Schemas>,
  { openingId, to }: { openingId: number; to: Hours | null },
): Promise<Booking[] | null> {
  const [opening] = await readOpenings(work, { id: openingId })
  if (!opening) return null
  const stranded = await readStranded(
    work,
    opening,
    to && { ...to, space: to.spaceId, supervised: to.supervisorId !== null },
  )
  const bookings = await Promise.all(stranded.map((id) => readBooking(work, id)))
  return bookings.filter((booking) => booking !== null)
}

/** Changes hours or supervisor; the bookings that lose their place are cancelled, and their makers told. */
export async function changeOpening(
  work: Work<Schemas>,
  { openingId, to }: { openingId: number; to: Hours },
): Answer<{ cancelled: number }> {
  const wanted = await check(work, to)
  if (typeof wanted === 'string') return refuse({ refusal: wanted })
  const stranded = await cancelStranded(work, openingId, to)
  if (!stranded) return refuse({ refusal: 'opening-unknown' })
  const written = await unlessClash(async () => {
    await writeOpening(work, openingId, wanted)
    return true
  })
  if (!written) return refuse({ refusal: 'clash' })
  await record(work, 'fablab.change-opening', `opening:${openingId}`)
  return done({ cancelled: stranded.length })
}

/** Closes the lab for one opening; its bookings are cancelled, and their makers told. */
export async function removeOpening(
  work: Work<Schemas>,
  { openingId }: { openingId: number },
): Answer<{ cancelled: number }> {
  const stranded = await cancelStranded(work, openingId, null)
  if (!stranded) return refuse({ refusal: 'opening-unknown' })
  await deleteOpening(work, openingId)
  await record(work, 'fablab.close', `opening:${openingId}`)
  return done({ cancelled: stranded.length })
}

async function cancelStranded(
  work: Work<Schemas>,
  openingId: number,
  to: Hours | null,
): Promise<Booking[] | null> {
  if (!(await lockOpening(work, openingId))) return null
  const stranded = await previewOpening(work, { openingId, to })
  await reHome(
    work,
    (stranded ?? []).map((booking) => ({ booking, to: null })),
    'opening',
  )
  return stranded
}

async function check(work: Work<Schemas>, hours: Hours): Promise<OpeningHours | OpeningRefusal> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const space = centre === null ? null : await readSpace(work, centre, hours.spaceId)
  if (centre === null || !space) return 'space-unknown'
  const minutes = hours.startsAt.until(hours.endsAt).total('minutes')
  if (minutes <= 0) return 'ends-before'
  if (minutes > 16 * 60) return 'too-long'
  return { ...hours, centre, place: space.place, space: space.id, supervisor: hours.supervisorId }
}

async function unlessClash<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write()
  } catch (error) {
    if (isClash(error)) return null
    throw error
  }
}
