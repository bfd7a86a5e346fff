import { type CentreSlug, centres, members, rhythm, weeksOf } from '#fixtures/world.ts'
import type { House } from '#platform/house.ts'
import type { Work } from '#platform/work/index.ts'
import { audienceOf } from './audience.ts'
import { loadKits } from './load-kits.ts'
import { loadPartners, loadSubscriptions } from './load-partners.ts'
import { loadRegistrations } from './load-registrations.ts'
import { loadSessions } from './load-sessions.ts'
import { loadStops } from './load-stops.ts'
import { loadTeamProfiles } from './load-team.ts'
import { memberRow } from './member-row.ts'

type Centre = (typeof centres)[number]

/** How far the demo plans, in weeks from today at the place. */
const weeks = 8

/**
 * Writes all that one centre owns, in one transaction: rooms, team, sessions, stops, and who joined. A centre that has
 * a team already is left as it is. Answers how many sessions and people were written.
 */
export async function loadCentre(
  house: House,
  centre: Centre,
): Promise<{ sessions: number; people: number }> {
  const number = await numberOf(house, centre.slug)
  const loaded = await house.inWork({ kind: 'system', centre: number }, async (work) => {
    const present = await work.tx
      .selectFrom('access.members')
      .select('id')
      .where('centre_id', '=', number)
      .limit(1)
      .execute()
    if (present.length > 0) return { sessions: 0, people: 0 }
    const today = house.now().toZonedDateTimeISO(centre.timeZone).toPlainDate()
    const planned = weeksOf(
      rhythm.filter((rule) => rule.centre === centre.slug),
      { from: today, weeks },
    )
    const audiences = planned.map((session, index) => audienceOf(session, index))

    const places = new Map(
      (
        await work.tx
          .selectFrom('network.places')
          .select(['id', 'external_id'])
          .where('centre_id', '=', number)
          .execute()
      ).map(({ id, external_id }) => [external_id, id]),
    )
    const spaces = await loadSpaces(work, number, centre, places)
    const team = await loadTeam(house, work, number, centre.slug)
    const home = places.get(centre.slug) ?? 0
    const { vehicle, tablets } = await loadKits(work, { centre: number, slug: centre.slug, home })
    await loadStops(work, { centre: number, planned, places, team, vehicle, kit: tablets })
    const sessions = await loadSessions(work, { centre: number, audiences, places, spaces, team })
    await loadTeamProfiles(work, house.seal, {
      centre: number,
      slug: centre.slug,
      members: members.filter((member) => member.centre === centre.slug),
      team,
      today,
    })
    const { slug, timeZone } = centre
    await loadPartners(work, house.seal, { centre: number, slug, today, timeZone, home })
    const rank = centres.findIndex(({ slug }) => slug === centre.slug)
    const people = await loadRegistrations(work, house.seal, { centre: number, rank, audiences, sessions })
    return { sessions: planned.length, people }
  })
  if (loaded.sessions > 0) await loadSubscriptions(house, number)
  return loaded
}

const numberOf = (house: House, slug: CentreSlug): Promise<number> =>
  house.inWork({ kind: 'system', centre: null }, async ({ tx }) => {
    const { id } = await tx
      .selectFrom('network.centres')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    return id
  })

async function loadSpaces(
  { tx }: Work,
  centre_id: number,
  centre: Centre,
  places: ReadonlyMap<string, number>,
) {
  const place_id = places.get(centre.slug) ?? 0
  const rows = await tx
    .insertInto('network.spaces')
    .values(
      centre.spaces.map(({ name, kind, squareMetres, capacity }) => ({
        centre_id,
        place_id,
        name,
        kind,
        square_metres: squareMetres,
        capacity,
      })),
    )
    .returning(['id', 'name'])
    .execute()
  const byName = new Map(rows.map(({ id, name }) => [name, id]))
  return new Map(centre.spaces.map(({ slug, name }): [string, number] => [slug, byName.get(name) ?? 0]))
}

async function loadTeam(house: House, { tx, now }: Work, number: number, slug: CentreSlug) {
  const team = members
    .filter(({ centre }) => centre === slug)
    .map((member) => memberRow(house.seal, member, number, now))
  const rows = await tx.insertInto('access.members').values(team).returning(['id', 'slug']).execute()
  return new Map(rows.map((row): [string, number] => [row.slug, row.id]))
}
