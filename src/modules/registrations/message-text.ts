import { type Session, wordsOf } from '#modules/programme/index.ts'
import {
  catalogue,
  type Language,
  type Params,
  sayDate,
  sayHour,
  sayHours,
  sayMoment,
} from '#platform/i18n/index.ts'
import { fitting, inSms } from '#platform/messages/index.ts'
import ar from './locales/messages-ar.json' with { type: 'json' }
import en from './locales/messages-en.json' with { type: 'json' }
import fr from './locales/messages-fr.json' with { type: 'json' }

const words = catalogue({ fr, en, ar })

/** What a message may say about a registration. */
export const kinds = [
  'confirmed',
  'waitlisted',
  'offered',
  'reminder',
  'moved',
  'session-cancelled',
  'date-cancelled',
  'cancelled',
] as const
export type Kind = (typeof kinds)[number]

/** What the words of a message are made of. */
export interface Told {
  kind: Kind
  language: Language
  /** The date it is about, or the next one. */
  session: Session
  /** All the dates it is about, in order. */
  dates: readonly Session[]
  isCourse: boolean
  name: string
  throughHelper: boolean
  party: number
  /** Place in the waiting list; used by `waitlisted`. */
  rank: number | null
  /** End of the offer; used by `offered`. */
  until: Temporal.Instant | null
  link: string
}

/** French letters outside the SMS alphabet without their mark: readable, and half as long to send. */
const eased = (text: string) =>
  text.replaceAll('œ', 'oe').replace(/[çâêîôûëïÀÂÇÊÈÎÔÛ]/g, (letter) => letter.normalize('NFD').charAt(0))

/** The first date in full, then the others, or how many they are: « mardi 1er décembre, 14 h, puis 8/12, 15/12 ». */
function sayDates({ language, session, dates }: Told, length: 'all' | 'count'): string {
  const when = sayMoment(language, session.start)
  const others = dates.filter(({ id }) => id !== session.id).map(({ start }) => start)
  if (others.length === 0) return when
  if (length === 'count') return words(language)('andOthers', { when, others: others.length })
  const hour = (at: Temporal.ZonedDateTime) => sayHour(language, at)
  const list = others.map(
    (at) => `${at.day}/${at.month}${hour(at) === hour(session.start) ? '' : ` ${hour(at)}`}`,
  )
  return words(language)('thenOthers', { when, list: list.join(', ') })
}

function params(told: Told, length: 'all' | 'count'): Params & { when: string } {
  const { language, session, name, party, rank, until, link, isCourse } = told
  const { place, start } = session
  return {
    when: sayDates(told, length),
    course: isCourse ? 'yes' : 'no',
    title: wordsOf(session, language).title,
    place: `${place.name}, ${place.address}, ${place.city}`,
    until: until ? sayMoment(language, until.toZonedDateTimeISO(start.timeZoneId)) : '',
    rank: rank ?? '',
    name,
    party,
    link,
  }
}

/**
 * The text of an SMS, two segments at most: the title is dropped first, then the address, then the other dates of a
 * course, then the name.
 */
export function smsText(told: Told): string {
  const t = words(told.language)
  const text = (about: 'full' | 'short' | 'least', who: 'you' | 'helper', length: 'all' | 'count') => {
    const said = params(told, length)
    return inSms(
      [t(`${told.kind}.${who}`, said), t(`about.${about}`, said), t(`${told.kind}.end`, said)].join(' '),
    )
  }
  const who = told.throughHelper ? 'helper' : 'you'
  const lengths = told.dates.length > 1 ? (['all', 'count'] as const) : (['count'] as const)
  const rich = lengths.flatMap((length) => [
    ...(['full', 'short', 'least'] as const).map((about) => text(about, who, length)),
    text('least', 'you', length),
  ])
  const said = params(told, 'count')
  // A long address of the house, in Arabic: the page behind the link says the rest.
  const news = t(`${told.kind}.you`, said)
  // Until when to answer matters more than when the session is.
  const dated = inSms(
    `${news} ${told.kind === 'offered' ? t('offered.end', said) : `${said.when} ${told.link}`}`,
  )
  const last = inSms(`${news} ${told.link}`)
  const [first = last, ...others] = rich.flatMap((variant) => [variant, eased(variant)])
  return fitting([first, ...others, dated, last])
}

/** An e-mail: the same in plain text, with the whole address, how to come and whom to call. */
export function emailText(told: Told, phone: string): { subject: string; body: string } {
  const { kind, language, session, throughHelper } = told
  const t = words(language)
  const said = params(told, 'count')
  const { place } = session
  const how = place.howToCome[language] ?? place.howToCome.fr
  const where = [place.name, place.address, `${place.postalCode} ${place.city}`].join('\n')
  const dates = (told.dates.length > 0 ? told.dates : [session]).map(
    ({ start, end }) =>
      `${sayDate(language, start)}, ${sayHours(language, start, end.withTimeZone(start.timeZoneId))}`,
  )
  const comes = !['cancelled', 'session-cancelled', 'date-cancelled'].includes(kind)
  return {
    subject: t(`${kind}.subject`, said),
    body: `${[
      t('hello'),
      t(`${kind}.${throughHelper ? 'helper' : 'you'}`, said),
      [said.title, ...dates, ...(comes ? [where] : [])].join('\n'),
      ...(comes && how ? [t('come', { how })] : []),
      t(`${kind}.end`, said),
      t('question', { phone }),
    ].join('\n\n')}\n`,
  }
}
