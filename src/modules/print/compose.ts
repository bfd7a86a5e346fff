import { wordsOf } from '#modules/programme/index.ts'
import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { drawingOf } from '#ui/sprite.ts'
import { themes } from '#ui/words.ts'
import { shoutSessions } from './compose-shout.ts'
import type { Bundle, Sheet } from './domain/bundle.ts'
import { bySentence } from './domain/by-sentence.ts'
import type { Public } from './domain/kinds.ts'
import { sayPhone } from './domain/say-phone.ts'
import { paperSession, qrOf, readable } from './paper-session.ts'
import type { Making, Subject } from './subject.ts'
import { words } from './words.ts'

export type { Making, Subject } from './subject.ts'

/** A sheet for everybody, of what is to come. */
export async function composeSheet(kind: Public, subject: Subject, making: Making): Promise<Sheet> {
  if (kind === 'programme') return programmeOf(subject, making)
  if (kind === 'door') return doorOf(subject, making)
  return shoutSessions(kind, subject, making)
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
    phone: subject.phone ? sayPhone(subject.phone) : phone,
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
