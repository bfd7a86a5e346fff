import { season } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'

export interface StopWish {
  /** The stop that is being changed; null for a new one. */
  stop: number | null
  placeId: number
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  hosts: readonly number[]
  kits: readonly number[]
  vehicleId: number | null
}

/** What a stop would run into, travel counted, and the nearest times when its team and kits are free. */
export async function readStopClashes(
  work: Work<'programme' | 'network' | 'access'>,
  wish: StopWish,
): Promise<{ clashes: season.Clash[]; freeTimes: Temporal.ZonedDateTime[] }> {
  const kits = wish.vehicleId === null ? wish.kits : [...wish.kits, wish.vehicleId]
  const resources: season.Resource[] = [
    ...wish.hosts.map((id) => ({ kind: 'host' as const, id })),
    ...kits.map((id) => ({ kind: 'kit' as const, id })),
  ]
  const [from, to] = [wish.start.toInstant(), wish.end.toInstant()]
  const read = await season.readOccupations(work, resources, {
    from: from.subtract({ hours: 24 * 8 }),
    to: to.add({ hours: 24 * 8 }),
  })
  // What is held during the stop itself moves with it.
  const occupations = read.filter(({ outing }) => outing !== wish.stop)
  const travel = await season.readTravel(work, [wish.placeId, ...new Set(occupations.map((o) => o.place.id))])
  const asked: season.Wish = {
    resources,
    place: wish.placeId,
    stop: wish.stop,
    session: null,
    from,
    to,
  }
  const clashes = season.clashesOf(asked, occupations, travel)
  return {
    clashes,
    freeTimes:
      clashes.length === 0
        ? []
        : season.freeTimes(asked, occupations, travel, { now: work.now, timeZone: wish.start.timeZoneId }),
  }
}
