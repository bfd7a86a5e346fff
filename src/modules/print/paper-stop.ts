import { dateParts, type Language, sayHour, sayHours } from '#platform/i18n/index.ts'
import { drawingOf } from '#ui/sprite.ts'
import type { PrintedStop } from './db/stop.ts'
import type { Fact, PaperSession } from './domain/bundle.ts'
import { inTwo, qrOf, readable } from './paper-session.ts'
import { words } from './words.ts'

/** How many activities of a stop a poster names. */
const mostOffers = 4

/** A stop as a ticket: it has no code, its page is under its number. */
export async function paperStop(stop: PrintedStop, lang: Language, publicUrl: string): Promise<PaperSession> {
  const address = `${publicUrl}/stops/${stop.id}`
  const { weekday, day, ordinal, month } = dateParts(lang, stop.start)
  return {
    theme: 'discovery',
    when: { weekday, day, ordinal, month, hours: inTwo(sayHours(lang, stop.start, stop.end)) },
    title: null,
    place: stop.place.name,
    address: `${stop.place.address}, ${stop.place.city}`,
    facts: factsOf(stop, lang),
    notes: [],
    qr: await qrOf(address),
    qrAlt: words(lang)('qr', { address: readable(address) }),
    link: readable(address),
    code: '',
    short: `${weekday} ${day}${ordinal} ${month}, ${sayHour(lang, stop.start)}`,
  }
}

/** How to find it, whether one rolls in, and what one finds there. */
export function factsOf(stop: PrintedStop, lang: Language): Fact[] {
  const t = words(lang)
  const find = stop.howToFind[lang] ?? stop.howToFind.fr
  const offers = stop.offers.slice(0, mostOffers)
  return [
    ...(find ? [{ text: find, icon: drawingOf('walk') }] : []),
    ...(stop.place.stepFree ? [{ text: t('stepFree'), icon: drawingOf('access') }] : []),
    ...(offers.length > 0
      ? [{ text: t('offers', { titles: offers.join(', ') }), icon: drawingOf('workshop') }]
      : []),
  ]
}
