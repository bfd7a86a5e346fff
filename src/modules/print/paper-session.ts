import QRCode from 'qrcode'
import { type Session, wordsOf } from '#modules/programme/index.ts'
import { dateParts, type Language, sayHour, sayHours, sayLanguages } from '#platform/i18n/index.ts'
import { drawingOf } from '#ui/sprite.ts'
import type { Fact, PaperSession } from './domain/bundle.ts'
import { words } from './words.ts'

/** An address as a QR code, drawn in SVG. */
export const qrOf = (address: string): Promise<string> =>
  QRCode.toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })

/** An address as people read it: without what a phone adds by itself. */
export const readable = (address: string): string => address.replace(/^https?:\/\//, '')

/** A session in the words of a language, with its code as a QR code of the short address. */
export async function paperSession(
  session: Session,
  lang: Language,
  { publicUrl, titled }: { publicUrl: string; titled: boolean },
): Promise<PaperSession> {
  const address = `${publicUrl}/s/${session.code}`
  const { weekday, day, ordinal, month } = dateParts(lang, session.start)
  return {
    theme: session.activity.theme,
    when: { weekday, day, ordinal, month, hours: inTwo(sayHours(lang, session.start, session.end)) },
    title: titled ? wordsOf(session, lang).title : null,
    place: session.place.name,
    address: `${session.place.address}, ${session.place.city}`,
    facts: [...waysOf(session, lang), ...notesOf(session, lang)],
    notes: notesOf(session, lang).map(({ text }) => text),
    qr: await qrOf(address),
    qrAlt: words(lang)('qr', { address: readable(address) }),
    link: readable(address),
    code: session.code,
    short: `${weekday} ${day}${ordinal} ${month}, ${sayHour(lang, session.start)}`,
  }
}

/** Hours that break once at most, before their last piece: « 14 h | à 15 h 30 ». */
export const inTwo = (hours: string) => hours.replace(/ (?=[^ ]+$)/, '\u00a0')

function waysOf(session: Session, lang: Language): Fact[] {
  const how = session.place.howToCome[lang] ?? session.place.howToCome.fr
  return [
    ...(how ? [{ text: how, icon: drawingOf('walk') }] : []),
    ...(session.place.stepFree ? [{ text: words(lang)('stepFree'), icon: drawingOf('access') }] : []),
  ]
}

function notesOf(session: Session, lang: Language): Fact[] {
  const spoken = session.languages.some((code) => code !== 'fr')
  return [
    ...(spoken ? [{ text: sayLanguages(lang, session.languages), icon: drawingOf('lang') }] : []),
    ...(session.course
      ? [{ text: words(lang)('courseDates', { count: session.course.length }), icon: drawingOf('course') }]
      : []),
  ]
}
