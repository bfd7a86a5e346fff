import { type Session, wordsOf } from '#modules/programme/index.ts'
import { catalogue, type Language, type Params, sayDate, sayHours, sayMoment } from '#platform/i18n/index.ts'
import { fitting } from '#platform/messages/index.ts'
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
  'cancelled',
] as const
export type Kind = (typeof kinds)[number]

/** What the words of a message are made of. */
export interface Told {
  kind: Kind
  language: Language
  session: Session
  name: string
  throughHelper: boolean
  party: number
  /** Place in the waiting list; used by `waitlisted`. */
  rank: number | null
  /** End of the offer; used by `offered`. */
  until: Temporal.Instant | null
  link: string
}

/** Signs of our typography that an SMS says as well with one of its alphabet. */
const plain = (text: string) =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/[«»“”]\s?/g, '"')
    .replace(/[–—]/g, '-')
    .replaceAll('…', '...')

/** French letters outside the SMS alphabet without their mark: readable, and half as long to send. */
const eased = (text: string) =>
  text.replaceAll('œ', 'oe').replace(/[çâêîôûëïÀÂÇÊÈÎÔÛ]/g, (letter) => letter.normalize('NFD').charAt(0))

function params(told: Told): Params & { when: string } {
  const { language, session, name, party, rank, until, link } = told
  const { place, start } = session
  return {
    when: sayMoment(language, start),
    title: wordsOf(session, language).title,
    place: `${place.name}, ${place.address}, ${place.city}`,
    until: until ? sayMoment(language, until.toZonedDateTimeISO(start.timeZoneId)) : '',
    rank: rank ?? '',
    name,
    party,
    link,
  }
}

/** The text of an SMS, two segments at most: the title is dropped first, then the address, then the name. */
export function smsText(told: Told): string {
  const t = words(told.language)
  const said = params(told)
  const text = (about: 'full' | 'short' | 'least', who: 'you' | 'helper') =>
    plain([t(`${told.kind}.${who}`, said), t(`about.${about}`, said), t(`${told.kind}.end`, said)].join(' '))
  const who = told.throughHelper ? 'helper' : 'you'
  const [full, short, least, bare] = [
    text('full', who),
    text('short', who),
    text('least', who),
    text('least', 'you'),
  ]
  // A long address of the house, in Arabic: the page behind the link says the rest.
  const news = t(`${told.kind}.you`, said)
  // Until when to answer matters more than when the session is.
  const dated = plain(
    `${news} ${told.kind === 'offered' ? t('offered.end', said) : `${said.when} ${told.link}`}`,
  )
  const last = plain(`${news} ${told.link}`)
  return fitting([
    full,
    eased(full),
    short,
    eased(short),
    least,
    eased(least),
    bare,
    eased(bare),
    dated,
    last,
  ])
}

/** An e-mail: the same in plain text, with the whole address, how to come and whom to call. */
export function emailText(told: Told, phone: string): { subject: string; body: string } {
  const { kind, language, session, throughHelper } = told
  const t = words(language)
  const said = params(told)
  const { place, start, end } = session
  const how = place.howToCome[language] ?? place.howToCome.fr
  const where = [place.name, place.address, `${place.postalCode} ${place.city}`].join('\n')
  const hours = sayHours(language, start, end.withTimeZone(start.timeZoneId))
  const comes = kind !== 'cancelled' && kind !== 'session-cancelled'
  return {
    subject: t(`${kind}.subject`, said),
    body: `${[
      t('hello'),
      t(`${kind}.${throughHelper ? 'helper' : 'you'}`, said),
      [said.title, `${sayDate(language, start)}, ${hours}`, ...(comes ? [where] : [])].join('\n'),
      ...(comes && how ? [t('come', { how })] : []),
      t(`${kind}.end`, said),
      t('question', { phone }),
    ].join('\n\n')}\n`,
  }
}
