import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sessionCalendar, sessionsCalendar } from './calendar.ts'
import { zoneBlock } from './calendar-zones.ts'
import type { ListedInFeed } from './db/feed.ts'
import type { Session } from './domain/session.ts'
import { readWithIcalJs, readWithNodeIcal } from './feeds-readers.fixture.ts'
import { words } from './words.ts'

const house = 'https://maillage.example'
const zones = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'America/St_Barthelemy',
  'America/Marigot',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Indian/Kerguelen',
  'Pacific/Wallis',
  'Pacific/Tahiti',
  'Pacific/Noumea',
]

function session(over: Partial<Session> = {}): Session {
  const start = Temporal.ZonedDateTime.from('2026-12-01T12:00[Europe/Paris]')
  const words = { title: 'Appeler', summary: 'Appeler en vidéo.', description: 'Ensemble.', bring: 'Rien.' }
  return {
    id: 1,
    code: 'K7P3M',
    centre: { id: 1, slug: 'saint-ouen', name: 'Saint-Ouen', phone: '01 99 00 24 12' },
    activity: {
      id: 1,
      slug: 'appeler',
      theme: 'discovery',
      format: 'workshop',
      level: 'beginner',
      audience: 'everyone',
      needs: [],
      texts: { fr: words },
    },
    place: {
      id: 1,
      name: 'Le Lieu',
      address: '6 rue des Lilas',
      city: 'Saint-Ouen-sur-Seine',
      postalCode: '93400',
      latitude: 48.9117,
      longitude: 2.3342,
      stepFree: true,
      howToCome: {},
      kind: 'site',
    },
    spaceId: null,
    course: null,
    start,
    end: start.add({ minutes: 90 }),
    capacity: 10,
    seatsTaken: 0,
    seatsLeft: 10,
    status: 'published',
    languages: ['fr'],
    revision: 0,
    movedFrom: null,
    ...over,
  }
}

const utc = (at: Temporal.ZonedDateTime) => at.toInstant().toString({ smallestUnit: 'second' })

test.each([
  ['Europe/Paris', '2026-12-01T13:00:00Z'],
  ['Indian/Mayotte', '2026-12-01T11:00:00Z'],
  ['Indian/Reunion', '2026-12-01T10:00:00Z'],
  ['America/Martinique', '2026-12-01T18:00:00Z'],
  ['Europe/Paris', '2026-07-01T12:00:00Z', '2026-07-01'],
])('two in the afternoon in %s is %s for every reader', (zone, start, day = '2026-12-01') => {
  const at = Temporal.ZonedDateTime.from(`${day}T14:00[${zone}]`)
  const file = sessionCalendar(session({ start: at, end: at.add({ minutes: 90 }) }), 'fr', house)
  expect(file).toContain(`DTSTART;TZID=${zone}:${day.replaceAll('-', '')}T140000`)
  for (const read of [readWithIcalJs, readWithNodeIcal]) expect(read(file)).toMatchObject([{ zone, start }])
})

test('what feeds say of zones is what clocks will show, every week of four years', () => {
  for (const zone of zones) {
    const first = Temporal.ZonedDateTime.from(`2026-01-01T10:30[${zone}]`)
    const weeks = Array.from({ length: 209 }, (_, i) => first.add({ weeks: i }))
    const listed = weeks.map((start, id) => ({
      session: session({ id, start, end: start.add({ hours: 1 }) }),
      changedAt: first.toInstant(),
    }))
    const read = readWithIcalJs(sessionsCalendar('Tout', listed, 'fr', house))
    expect(
      read.map(({ start }) => start),
      zone,
    ).toEqual(weeks.map(utc))
  }
})

test('without the rules of its zone, a reader that knows no zone by name would be lost: each zone has them', () => {
  for (const zone of zones) expect(zoneBlock(zone)).toContain(`TZID:${zone}\r\n`)
})

// Words with all that iCalendar gives a meaning to. No n: node-ical 0.27 takes a backslash before an n for a line end, which
// ical.js does not (RFC 5545, section 3.3.11, is with ical.js).
const text = fc
  .string({
    unit: fc.constantFrom(...('aé’ع;,:\\"\'<>&=\n 🧵'.match(/./gsu) ?? [])),
    minLength: 1,
    maxLength: 120,
  })
  .map((words) => `x${words}x`)

const anySession = fc
  .record({
    id: fc.integer({ min: 1, max: 2_147_483_647 }),
    zone: fc.constantFrom(...zones),
    // Quarters of an hour over four years: nights when clocks change are among them.
    quarter: fc.integer({ min: 0, max: 4 * 365 * 96 }),
    minutes: fc.integer({ min: 15, max: 600 }),
    revision: fc.nat(50),
    status: fc.constantFrom('published' as const, 'cancelled' as const),
    title: text,
    summary: text,
    name: text,
  })
  .map(({ id, zone, quarter, minutes, revision, status, title, summary, name }) => {
    const start = Temporal.Instant.from('2026-01-01T00:00Z')
      .add({ minutes: quarter * 15 })
      .toZonedDateTimeISO(zone)
    const real = session()
    return session({
      id,
      start,
      end: start.add({ minutes }),
      revision,
      status,
      activity: {
        ...real.activity,
        texts: { fr: { title, summary, description: 'Ensemble.', bring: 'Rien.' } },
      },
      place: { ...real.place, name },
    })
  })
  // The hour that comes twice when summer ends cannot be told apart by a clock on a wall (RFC 5545, section 3.3.5).
  .filter(({ start, end }) => [start, end].every((at) => !comesTwice(at)))

const comesTwice = (at: Temporal.ZonedDateTime) => {
  const wall = at.toPlainDateTime()
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(at.timeZoneId, { disambiguation }),
  )
  return first?.epochMilliseconds !== second?.epochMilliseconds
}

test('a feed read again by two readers we did not write says what was written', () => {
  const feed = fc.uniqueArray(anySession, { selector: ({ id }) => id, minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(feed, (sessions) => {
      const listed: ListedInFeed[] = sessions.map((one) => ({
        session: one,
        changedAt: Temporal.Instant.from('2026-01-01T00:00Z'),
      }))
      const file = sessionsCalendar('Tout', listed, 'fr', house)
      const due = sessions.map((one) => {
        const { title, summary } = one.activity.texts.fr
        const cancelled = one.status === 'cancelled'
        return {
          uid: `session-${one.id}@maillage.example`,
          zone: one.start.timeZoneId,
          start: utc(one.start),
          end: utc(one.end),
          status: cancelled ? 'CANCELLED' : 'CONFIRMED',
          sequence: one.revision,
          summary: cancelled ? `Annulée\u00a0: ${title}` : title,
          location: `${one.place.name}, 6 rue des Lilas, 93400 Saint-Ouen-sur-Seine`,
          description: [
            summary,
            'C’est gratuit.',
            words('fr')('calendarPhone', { phone: '01 99 00 24 12' }),
            `${house}/sessions/${one.id}`,
          ].join('\n'),
        }
      })
      expect(readWithIcalJs(file)).toEqual(due)
      const byUid = (events: { uid: string }[]) => events.toSorted((a, b) => a.uid.localeCompare(b.uid))
      expect(byUid(readWithNodeIcal(file))).toEqual(byUid(due))
    }),
    { numRuns: 300 },
  )
})

test('an agenda replaces a session that moved, and strikes the one that is cancelled', () => {
  const [moved] = readWithIcalJs(sessionCalendar(session({ revision: 1 }), 'fr', house))
  const file = sessionCalendar(session({ revision: 2, status: 'cancelled' }), 'fr', house)
  const [cancelled] = readWithIcalJs(file)
  expect(moved?.sequence).toBe(1)
  expect(cancelled).toMatchObject({
    uid: moved?.uid,
    sequence: 2,
    status: 'CANCELLED',
    summary: 'Annulée\u00a0: Appeler',
  })
  expect(file).toContain('METHOD:CANCEL')
})
