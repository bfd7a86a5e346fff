import { type Session, wordsOf } from '#modules/programme/index.ts'
import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { drawingOf } from '#ui/sprite.ts'
import { themes } from '#ui/words.ts'
import type { Bundle, Fact, Sheet } from './domain/bundle.ts'
import type { Kind } from './domain/kinds.ts'
import { paperSession, qrOf, readable } from './paper-session.ts'
import { words } from './words.ts'

/** What public sheets are made of: the sessions to show, and what they have in common. */
export interface Subject {
  sessions: readonly Session[]
  /** « Le Maillage Saint-Ouen »: the place, the series' activity; the only session's own title when there is one only. */
  title: string
  theme: Session['activity']['theme']
  /** The page of this site that says the same. */
  path: string
  roomOf(session: Session): string
  hostsOf(session: Session): string
}

interface Making {
  lang: Language
  easy: boolean
  publicUrl: string
  phone: string
}

/** How many sessions a poster holds before it is a programme. */
const mostOnPoster = 4

/** A sheet for everybody, of what is to come. */
export async function composeSheet(
  kind: Exclude<Kind, 'roll' | 'tags' | 'certificate'>,
  subject: Subject,
  making: Making,
): Promise<Sheet> {
  if (kind === 'programme') return programmeOf(subject, making)
  if (kind === 'door') return doorOf(subject, making)
  const { lang, easy, publicUrl, phone } = making
  const t = words(lang)
  const shown = subject.sessions.slice(0, kind === 'poster' ? mostOnPoster : kind === 'flyer' ? 2 : 1)
  const [only] = shown
  const alone = shown.length === 1 && only ? only : null
  return {
    kind,
    theme: subject.theme,
    title: alone ? bySentence(wordsOf(alone, lang).title) : subject.title,
    lead: easy ? '' : alone ? wordsOf(alone, lang).summary : t('nextDates'),
    free: t('free'),
    call: t('call'),
    phone,
    site: readable(publicUrl),
    easy,
    plain: easy && alone ? plainlyOf(alone, lang) : [],
    sessions: await Promise.all(
      shown.map((session) => paperSession(session, lang, { publicUrl, titled: !alone })),
    ),
    steps: easy
      ? (['call', 'bag', 'helper'] as const).map((icon) => ({
          icon: drawingOf(icon),
          text: t(`step.${icon}`),
        }))
      : [],
  }
}

/** Signs of a sentence that keeps to one line of a poster. */
const mostOnLine = 24

/** A title of short sentences goes to the next line between them, and nowhere else. */
function bySentence(title: string): string {
  const sentences = title.split(/(?<=[?!.…؟]) /)
  const areShort = sentences.length > 1 && sentences.every(({ length }) => length <= mostOnLine)
  return areShort ? sentences.map((one) => one.replaceAll(' ', '\u00a0')).join(' ') : title
}

/** One idea a line, each with its pictogram. */
function plainlyOf(session: Session, lang: Language): Fact[] {
  const { place, start, end } = session
  const t = words(lang)
  return [
    { icon: drawingOf('cal'), text: sayDate(lang, start) },
    { icon: drawingOf('clock'), text: sayHours(lang, start, end) },
    { icon: drawingOf('pin'), text: `${place.name}, ${place.address}, ${place.city}` },
    ...(place.stepFree ? [{ icon: drawingOf('access'), text: t('stepFree') }] : []),
    { icon: drawingOf('ok'), text: t('freeEasy') },
  ]
}

async function programmeOf(subject: Subject, { lang, easy, publicUrl, phone }: Making): Promise<Sheet> {
  const t = words(lang)
  const days = Map.groupBy(subject.sessions, ({ start }) => start.toPlainDate().toString())
  const [first, last] = [subject.sessions[0], subject.sessions.at(-1)]
  const address = `${publicUrl}${subject.path}`
  return {
    kind: 'programme',
    theme: subject.theme,
    title: subject.title,
    period:
      first && last ? t('period', { from: sayDate(lang, first.start), to: sayDate(lang, last.start) }) : '',
    free: t('free'),
    call: t('call'),
    phone,
    link: readable(address),
    qr: await qrOf(address),
    qrAlt: t('qr', { address: readable(address) }),
    nothing: t('nothing'),
    easy,
    themes: themes
      .filter((theme) => subject.sessions.some(({ activity }) => activity.theme === theme))
      .map((theme) => ({ theme, name: t(`theme.${theme}`) })),
    days: await Promise.all(
      [...days.values()].map(async (sessions) => ({
        name: sessions[0] ? sayDate(lang, sessions[0].start) : '',
        sessions: await Promise.all(
          sessions.map((session) => paperSession(session, lang, { publicUrl, titled: true })),
        ),
      })),
    ),
  }
}

function doorOf(subject: Subject, { lang }: Making): Sheet {
  const t = words(lang)
  const [session] = subject.sessions
  if (!session) throw new Error('a door sign is about one session')
  const hosts = subject.hostsOf(session)
  return {
    kind: 'door',
    theme: session.activity.theme,
    room: subject.roomOf(session) || session.place.name,
    title: bySentence(wordsOf(session, lang).title),
    hours: sayHours(lang, session.start, session.end),
    day: sayDate(lang, session.start),
    hosts: hosts ? t('with', { hosts }) : '',
    welcome: t('welcome'),
  }
}

/** Sheets as one document; its title is that of the first. */
export const bundleOf = (lang: Language, sheets: Sheet[]): Bundle => ({
  title: sheets[0]?.title ?? 'Maillage',
  lang,
  icons: { call: drawingOf('call'), clock: drawingOf('clock'), pin: drawingOf('pin') },
  sheets,
})
