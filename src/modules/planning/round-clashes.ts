import type { nomadic } from '#modules/network/index.ts'
import { season } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'

/** What each day of a round runs into, by its date, travel counted; read in one trip. */
export async function readRoundClashes(
  work: Work<'programme' | 'network' | 'access'>,
  days: readonly nomadic.RoundDay[],
  plan: Pick<nomadic.RoundPlan, 'hosts' | 'kits' | 'vehicleId'>,
): Promise<Map<string, season.Clash[]>> {
  const kits = plan.vehicleId === null ? plan.kits : [...plan.kits, plan.vehicleId]
  const resources: season.Resource[] = [
    ...plan.hosts.map((id) => ({ kind: 'host' as const, id })),
    ...kits.map((id) => ({ kind: 'kit' as const, id })),
  ]
  const stops = days.flatMap((day) => day.stops)
  const [first, last] = [stops[0], stops.at(-1)]
  if (!first || !last || resources.length === 0) return new Map()
  const occupations = await season.readOccupations(work, resources, {
    from: first.start.toInstant(),
    to: last.end.toInstant(),
  })
  const travel = await season.readTravel(work, [
    ...new Set([...stops.map(({ place }) => place.id), ...occupations.map(({ place }) => place.id)]),
  ])
  return new Map(
    days.map(({ on, stops: legs }) => [
      on.toString(),
      legs.flatMap(({ place, start, end }) =>
        season.clashesOf(
          {
            resources,
            place: place.id,
            stop: null,
            session: null,
            from: start.toInstant(),
            to: end.toInstant(),
          },
          occupations,
          travel,
        ),
      ),
    ]),
  )
}
