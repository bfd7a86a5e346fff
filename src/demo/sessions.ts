import { centreOf, type CentreSlug, type Situation, situationOf, stops } from '#fixtures/world.ts'
import type { Work } from '#platform/work/index.ts'
import { batches } from './batches.ts'
import type { Ranked } from './load-demo.ts'
import type { Network } from './network.ts'

/** A session as it was put in the programme, and how full the story wants it. */
export interface Loaded extends Ranked {
  id: number
  situation: Situation
}

/** Spaces, sessions, hosts and stops of one centre. */
export async function loadSessions(
  work: Work,
  network: Network,
  centre: number,
  slug: string,
  plan: Ranked[],
  hosts: Map<string, number>,
): Promise<Loaded[]> {
  const site = network.places.get(slug) as number
  const spaces = await work.tx
    .insertInto('network.spaces')
    .values(
      centreOf(slug as CentreSlug).spaces.map((space) => ({
        centre_id: centre,
        place_id: site,
        name: space.name,
        kind: space.kind,
        square_metres: space.squareMetres,
        capacity: space.capacity,
      })),
    )
    .returning(['id', 'name'])
    .execute()
  const spaceOf = new Map(centreOf(slug as CentreSlug).spaces.map((space) => [space.slug as string, spaces.find(({ name }) => name === space.name)?.id]))

  const loaded: Loaded[] = []
  for (const batch of batches(plan)) {
    const rows = batch.map(({ planned, rank }) => {
      const situation = situationOf(planned, rank)
      return {
        centre_id: centre,
        activity_id: network.activities.get(planned.activity) as number,
        place_id: network.places.get(planned.place) as number,
        space_id: planned.space ? (spaceOf.get(planned.space) ?? null) : null,
        course_key: planned.course?.key ?? null,
        course_index: planned.course?.index ?? null,
        course_length: planned.course?.of ?? null,
        starts_at: planned.startsAt.toInstant(),
        ends_at: planned.endsAt.toInstant(),
        capacity: planned.capacity,
        languages: [...planned.languages],
        status: situation.kind === 'cancelled' ? 'cancelled' : 'published',
        revision: situation.kind === 'cancelled' || situation.kind === 'moved' ? 1 : 0,
        moved_from: situation.kind === 'moved' ? situation.from.toInstant() : null,
        created_at: work.now,
      }
    })
    const made = await work.tx.insertInto('programme.sessions').values(rows).returning('id').execute()
    for (const [i, { id }] of made.entries()) {
      const { planned, rank } = batch[i] as Ranked
      loaded.push({ id, planned, rank, situation: situationOf(planned, rank) })
    }
  }
  const hosting = loaded.flatMap(({ id, planned }) => {
    const member = hosts.get(planned.host)
    return member === undefined ? [] : [{ session_id: id, member_id: member, centre_id: centre }]
  })
  for (const batch of batches(hosting)) await work.tx.insertInto('programme.session_hosts').values(batch).execute()
  await loadStops(work, network, centre, loaded)
  return loaded
}

/** One stop a day and place: from the first session there to the last. */
async function loadStops(work: Work, network: Network, centre: number, loaded: Loaded[]): Promise<void> {
  const days = new Map<string, { place: string; from: Temporal.ZonedDateTime; to: Temporal.ZonedDateTime }>()
  for (const { planned, situation } of loaded) {
    if (planned.place === planned.centre || situation.kind === 'cancelled') continue
    const key = `${planned.place} ${planned.startsAt.toPlainDate()}`
    const day = days.get(key)
    days.set(key, { place: planned.place, from: day?.from ?? planned.startsAt, to: planned.endsAt })
  }
  if (days.size === 0) return
  await work.tx
    .insertInto('network.stops')
    .values(
      [...days.values()].map(({ place, from, to }) => ({
        centre_id: centre,
        place_id: network.places.get(place) as number,
        starts_at: from.toInstant(),
        ends_at: to.toInstant(),
        how_to_find: JSON.stringify(stops.find((stop) => stop.slug === place)?.howToFind ?? {}),
      })),
    )
    .execute()
}
