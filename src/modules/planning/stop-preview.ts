import { nomadic } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Language } from '#platform/i18n/index.ts'

/** What those who wait would read of a stop, in each language, with a link that is nobody’s. */
export const previewOf =
  (
    house: House,
    kind: 'moved' | 'cancelled',
    stop: nomadic.PlannedStop,
    { start, end }: Pick<nomadic.PlannedStop, 'start' | 'end'>,
    place: string,
  ) =>
  (language: Language): string =>
    nomadic.sayStop(language, {
      kind,
      town: stop.place.city,
      place,
      start,
      end,
      link: `${house.settings.publicUrl}/h/…`,
      stopLink: `${house.settings.publicUrl}/stops/${stop.id}`,
    })[0]
