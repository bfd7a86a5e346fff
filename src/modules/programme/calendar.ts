import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Language } from '#platform/i18n/index.ts'
import { zoneBlock } from './calendar-zones.ts'
import type { ListedInFeed } from './db/feed.ts'
import { type Session, wordsOf } from './domain/session.ts'
import { words } from './words.ts'

/**
 * A session as an iCalendar file (RFC 5545) to put in an agenda. Its hours are those of the clock on the place's wall, with
 * the rules of that zone. The identifier never changes and the sequence grows with each move or cancellation, so that an
 * agenda replaces what it has.
 *
 * @param publicUrl address of the house, without a slash at its end
 */
export function sessionCalendar(session: Session, lang: Language, publicUrl: string): string {
  const calendar = opened(lang)
  if (session.status === 'cancelled') calendar.method(ICalCalendarMethod.CANCEL)
  // An agenda wants to know when this was written; only what was written matters, so it is the session's own start.
  add(calendar, { session, changedAt: session.start.toInstant() }, lang, publicUrl)
  return calendar.toString()
}

/** Many sessions under a name, as a calendar to subscribe to; it says to come back every hour. */
export function sessionsCalendar(
  name: string,
  listed: readonly ListedInFeed[],
  lang: Language,
  publicUrl: string,
): string {
  const calendar = opened(lang).name(plain(name))
  for (const one of listed) add(calendar, one, lang, publicUrl)
  return comingBack(calendar.toString())
}

const everyHour = 'REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n'

/**
 * Properties of a calendar come before its parts, and it has one part at least (RFC 5545, section 3.6): the library writes
 * the first after the zones, and leaves an empty calendar empty.
 */
function comingBack(file: string): string {
  const isEmpty = !/^BEGIN:V(TIMEZONE|EVENT)\r$/m.test(file)
  const part = isEmpty ? `${zoneBlock('Europe/Paris')}\r\n` : ''
  return file.replace(/^(?=BEGIN:V(?:TIMEZONE|EVENT)\r$|END:VCALENDAR)/m, `${everyHour}${part}`)
}

const opened = (lang: Language) =>
  ical({
    prodId: { company: 'Maillage', product: 'Maillage', language: lang.toUpperCase() },
    timezone: { name: null, generator: zoneBlock },
  })

/** Marks that reverse the order of letters, and control characters, have no place in an agenda or a feed. */
export const plain = (text: string) => text.replace(/[^\P{C}\n]/gu, '')

/** What identifies a session in every agenda and feed, for ever. */
export const uidOf = (session: number, publicUrl: string) =>
  `session-${session}@${new URL(publicUrl).hostname}`

function add(
  calendar: ICalCalendar,
  { session, changedAt }: ListedInFeed,
  lang: Language,
  publicUrl: string,
): void {
  const t = words(lang)
  const said = wordsOf(session, lang)
  const cancelled = session.status === 'cancelled'
  const { place } = session
  const address = `${publicUrl}/sessions/${session.id}`
  const come = place.howToCome[lang] ?? place.howToCome.fr
  const lines = [
    said.summary,
    t('calendarFree'),
    come,
    t('calendarPhone', { phone: session.centre.phone }),
    address,
  ]
  const title = plain([place.name, place.address, `${place.postalCode} ${place.city}`].join(', '))
  const event = calendar.createEvent({
    id: uidOf(session.id, publicUrl),
    sequence: session.revision,
    stamp: changedAt,
    lastModified: changedAt,
    start: session.start,
    end: session.end.withTimeZone(session.start.timeZoneId),
    timezone: session.start.timeZoneId,
    summary: plain(cancelled ? t('calendarCancelled', { title: said.title }) : said.title),
    description: plain(lines.filter(Boolean).join('\n')),
    location: title,
    url: address,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (place.latitude !== null && place.longitude !== null)
    event.location({ title, geo: { lat: place.latitude, lon: place.longitude } })
}
