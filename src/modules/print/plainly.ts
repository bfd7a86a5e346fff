import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { drawingOf } from '#ui/sprite.ts'
import type { Fact } from './domain/bundle.ts'
import { words } from './words.ts'

interface Happening {
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  place: { name: string; address: string; city: string; stepFree: boolean | null }
}

/** When, where and what it costs: one idea a line, each with its pictogram (« facile à lire »). */
export function plainlyOf({ start, end, place }: Happening, lang: Language): Fact[] {
  const t = words(lang)
  return [
    { icon: drawingOf('cal'), text: sayDate(lang, start) },
    { icon: drawingOf('clock'), text: sayHours(lang, start, end) },
    { icon: drawingOf('pin'), text: `${place.name}, ${place.address}, ${place.city}` },
    ...(place.stepFree ? [{ icon: drawingOf('access'), text: t('stepFree') }] : []),
    { icon: drawingOf('ok'), text: t('freeEasy') },
  ]
}

/** Three gestures, from the chair at home to the chair at the place. */
export const stepsOf = (lang: Language): Fact[] =>
  (['call', 'bag', 'helper'] as const).map((icon) => ({
    icon: drawingOf(icon),
    text: words(lang)(`step.${icon}`),
  }))
