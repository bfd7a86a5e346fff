import { standards } from '#modules/network/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type OfferedActivity, readOffered } from './db/open-data.ts'
import type { NeedCode } from './domain/activity.ts'
import {
  careOfLanguage,
  publicOfAudience,
  servicesOfNeed,
  servicesOfTheme,
  wayOfFormat,
} from './domain/open-data.ts'

/** An activity in the words of the places standard. */
export function offeredBy(
  activity: Pick<OfferedActivity, 'theme' | 'format' | 'audience' | 'needs' | 'languages'>,
): standards.Offered {
  const services = activity.needs
    .map((need) => servicesOfNeed[need as NeedCode])
    .filter((service) => service !== undefined)
  const group = publicOfAudience[activity.audience]
  return {
    services: services.length > 0 ? [...new Set(services)] : [servicesOfTheme[activity.theme]],
    publics: group ? [group] : [],
    care: activity.languages.map((lang) => careOfLanguage[lang]).filter((word) => word !== undefined),
    ways: [wayOfFormat[activity.format]],
  }
}

/** What several activities offer together, each word once, in an order that does not change from day to day. */
const together = (activities: readonly OfferedActivity[]): standards.Offered => {
  const all = activities.map(offeredBy)
  const once = <T extends string>(words: T[]) => [...new Set(words)].toSorted()
  return {
    services: once(all.flatMap(({ services }) => services)),
    publics: once(all.flatMap(({ publics }) => publics)),
    care: once(all.flatMap(({ care }) => care)),
    ways: once(all.flatMap(({ ways }) => ways)),
  }
}

/** A place with what the standard says of it. */
export interface PublishedPlace {
  place: standards.StandardPlace
  written: standards.WrittenPlace
}

/**
 * Places as the national standard writes them, with what is offered there.
 *
 * @param publicUrl address of the house, without a slash at its end
 */
export async function publishPlaces(
  work: Work<'network' | 'programme'>,
  wish: standards.PlacesWish,
  publicUrl: string,
): Promise<PublishedPlace[]> {
  const places = await standards.readStandardPlaces(work, wish)
  const offered = wish === 'listed' ? [] : await readOffered(work)
  const at = Map.groupBy(offered, ({ placeId }) => placeId)
  return places.map((place) => ({
    place,
    written: standards.writePlace(
      standards.fieldsOf(place, together(at.get(place.id) ?? []), publicUrl),
      place,
    ),
  }))
}
