import type { Language } from '#platform/i18n/index.ts'
import { plain } from './calendar.ts'
import { type Session, wordsOf } from './domain/session.ts'

const moment = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'minute' })

/** A session as a schema.org `Event` (in the form search engines ask of free events held at a place). */
export function eventData(session: Session, lang: Language, publicUrl: string) {
  const { place, centre } = session
  const said = wordsOf(session, lang)
  const address = `${publicUrl}/sessions/${session.id}`
  const isMoved = session.movedFrom !== null && session.status === 'published'
  const status =
    session.status === 'cancelled' ? 'EventCancelled' : isMoved ? 'EventRescheduled' : 'EventScheduled'
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': address,
    name: said.title,
    description: said.summary,
    startDate: moment(session.start),
    endDate: moment(session.end),
    ...(isMoved && session.movedFrom && { previousStartDate: moment(session.movedFrom) }),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    isAccessibleForFree: true,
    inLanguage: session.languages,
    maximumAttendeeCapacity: session.capacity,
    remainingAttendeeCapacity: session.seatsLeft,
    url: address,
    location: {
      '@type': 'Place',
      name: place.name,
      address: {
        '@type': 'PostalAddress',
        streetAddress: place.address,
        postalCode: place.postalCode,
        addressLocality: place.city,
        addressCountry: 'FR',
      },
      ...(place.latitude !== null &&
        place.longitude !== null && {
          geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude },
        }),
    },
    organizer: { '@type': 'Organization', name: centre.name, telephone: centre.phone },
    offers: {
      '@type': 'Offer',
      price: 0,
      priceCurrency: 'EUR',
      url: address,
      availability: `https://schema.org/${session.seatsLeft > 0 ? 'InStock' : 'SoldOut'}`,
    },
  }
}

type Props = { readonly session: Session; readonly lang: Language; readonly publicUrl: string }

/** The same for the head of a session's page: data no browser runs, so that the policy of scripts stays as it is. */
export const EventData = ({ session, lang, publicUrl }: Props) => {
  const text = JSON.stringify(eventData(session, lang, publicUrl), (_, value) =>
    typeof value === 'string' ? plain(value) : value,
  )
  // An element of data ends at the first `</script`: no word of anybody may hold one.
  const html = text.replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: html }} />
}
