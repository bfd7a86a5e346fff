import ical, { ICalEventStatus } from 'ical-generator'
import type { Stop } from '#modules/network/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { StopDetails } from './db/stops.ts'
import { stopWords } from './stop-words.ts'

/**
 * A stop as an iCalendar file (RFC 5545), in universal time. Its identifier never changes and its sequence grows with
 * each move or cancellation, so that an agenda replaces what it has.
 *
 * @param publicUrl address of the house, without a slash at its end
 */
export function stopCalendar(stop: Stop, details: StopDetails, lang: Language, publicUrl: string): string {
  const t = stopWords(lang)
  const { place } = stop
  const title = [place.name, place.address, `${place.postalCode} ${place.city}`].filter(Boolean).join(', ')
  const calendar = ical({
    prodId: { company: 'Maillage', product: 'Maillage', language: lang.toUpperCase() },
  })
  const event = calendar.createEvent({
    id: `stop-${stop.id}@${new URL(publicUrl).hostname}`,
    sequence: details.revision,
    stamp: stop.start.toInstant(),
    start: stop.start.withTimeZone('UTC'),
    end: stop.end.withTimeZone('UTC'),
    summary: `${t('stop')} · ${place.city}`,
    description: [stop.howToFind[lang] ?? stop.howToFind.fr, ...details.offers, t('free')]
      .filter(Boolean)
      .join('\n'),
    location: title,
    url: `${publicUrl}/stops/${stop.id}`,
    status: details.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (place.latitude !== null && place.longitude !== null)
    event.location({ title, geo: { lat: place.latitude, lon: place.longitude } })
  return calendar.toString()
}
