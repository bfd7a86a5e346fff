import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Language } from '#platform/i18n/index.ts'
import { type Session, wordsOf } from './domain/session.ts'
import { words } from './words.ts'

/**
 * A session as an iCalendar file (RFC 5545) to put in an agenda. Its instants are in UTC, which every agenda shows in the
 * zone its reader is in: nothing to get wrong in Mayotte or in Martinique. The identifier never changes and the sequence
 * grows with each move or cancellation, so that an agenda replaces what it has.
 *
 * @param publicUrl address of the house, without a slash at its end
 */
export function sessionCalendar(session: Session, lang: Language, publicUrl: string): string {
  const calendar = opened(lang)
  if (session.status === 'cancelled') calendar.method(ICalCalendarMethod.CANCEL)
  add(calendar, session, lang, publicUrl)
  return calendar.toString()
}

/** Many sessions, as a calendar to subscribe to; it says to come back every hour. */
export function sessionsCalendar(sessions: readonly Session[], lang: Language, publicUrl: string): string {
  const calendar = opened(lang).name(words(lang)('calendarName')).ttl(3600)
  for (const session of sessions) add(calendar, session, lang, publicUrl)
  return calendar.toString()
}

const opened = (lang: Language) =>
  ical({ prodId: { company: 'Maillage', product: 'Maillage', language: lang.toUpperCase() } })

// Marks that reverse the order of letters, and control characters, have no place in an agenda.
const plain = (text: string) => text.replace(/[^\P{C}\n]/gu, '')

function add(calendar: ICalCalendar, session: Session, lang: Language, publicUrl: string): void {
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
    id: `session-${session.id}@${new URL(publicUrl).hostname}`,
    sequence: session.revision,
    // An agenda wants to know when this was written; only what was written matters, so it is the session's own start.
    stamp: session.start.toInstant(),
    start: session.start.toInstant(),
    end: session.end.toInstant(),
    summary: plain(cancelled ? t('calendarCancelled', { title: said.title }) : said.title),
    description: plain(lines.filter(Boolean).join('\n')),
    location: title,
    url: address,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (place.latitude !== null && place.longitude !== null)
    event.location({ title, geo: { lat: place.latitude, lon: place.longitude } })
}
