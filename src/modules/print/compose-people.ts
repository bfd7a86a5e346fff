import type { Sheet as Roll } from '#modules/attendance/index.ts'
import { wordsOf } from '#modules/programme/index.ts'
import { dateParts, type Language, sayDate, sayHours, sayLength } from '#platform/i18n/index.ts'
import type { Sheet } from './domain/bundle.ts'
import { words } from './words.ts'

/** Lines left free on an attendance sheet, at least. */
const leastBlank = 4

/** Who is expected at a session: a line each, and lines for whoever comes without having joined. */
export function rollSheet(roll: Roll, lang: Language): Sheet {
  const t = words(lang)
  const { session } = roll
  return {
    kind: 'roll',
    theme: session.activity.theme,
    title: wordsOf(session, lang).title,
    day: sayDate(lang, session.start),
    hours: sayHours(lang, session.start, session.end),
    room: session.place.name,
    heads: [t('head.name'), t('head.party'), t('head.here'), t('head.note')],
    people: roll.people.map(({ name, party }) => ({ name, party: String(party) })),
    blank: Math.max(leastBlank, session.seatsLeft),
    discretion: t('discretion'),
  }
}

/** First names to wear. */
export const tagsSheet = (roll: Roll, lang: Language): Sheet => ({
  kind: 'tags',
  theme: roll.session.activity.theme,
  title: words(lang)('kind.tags'),
  names: [...roll.hosts, ...roll.people.map(({ name }) => name)],
  session: wordsOf(roll.session, lang).title,
})

/** Where, when, in which language and by whom a certificate is made. */
export interface Made {
  lang: Language
  place: string
  on: Temporal.ZonedDateTime
  by: string
}

/** A day with its year: what is shown in years to come says which. */
function sayDay(lang: Language, on: Temporal.PlainDate | Temporal.ZonedDateTime): string {
  const { day, ordinal, month } = dateParts(lang, on)
  return `${day}${ordinal} ${month} ${on.year}`
}

const endOf = ({ lang, place, on, by }: Made) => ({
  made: words(lang)('made', { place, date: sayDay(lang, on) }),
  signed: words(lang)('signed', { by }),
})

/** That people came to a session: one sheet for each who was marked present, or for one of them only. */
export const attendanceCertificates = (roll: Roll, registration: number | null, made: Made): Sheet[] =>
  roll.people
    .filter((one) => one.came && (registration === null || one.registration === registration))
    .map((person) => attendanceCertificate(roll, person, made))

function attendanceCertificate({ session }: Roll, person: { name: string }, made: Made): Sheet {
  const t = words(made.lang)
  return {
    kind: 'certificate',
    theme: session.activity.theme,
    title: t('certificate'),
    lead: t('certify'),
    name: person.name,
    what: t('came', { title: wordsOf(session, made.lang).title }),
    lines: [
      `${sayDay(made.lang, session.start)}, ${sayHours(made.lang, session.start, session.end)}`,
      session.place.name,
    ],
    ...endOf(made),
  }
}

/** That a volunteer gave hours. */
export function hoursCertificate(
  name: string,
  given: {
    minutes: number
    sessions: number
    organisations: readonly string[]
    from: Temporal.PlainDate
    until: Temporal.PlainDate
  },
  made: Made,
): Sheet {
  const t = words(made.lang)
  return {
    kind: 'certificate',
    theme: 'training',
    title: t('certificate'),
    lead: t('certify'),
    name,
    what: t('gave', {
      length: sayLength(made.lang, Temporal.Duration.from({ minutes: given.minutes })),
      sessions: given.sessions,
    }),
    lines: [
      t('between', { from: sayDay(made.lang, given.from), until: sayDay(made.lang, given.until) }),
      ...given.organisations,
    ],
    ...endOf(made),
  }
}
