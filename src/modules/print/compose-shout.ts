import { wordsOf } from '#modules/programme/index.ts'
import type { PrintedStop } from './db/stop.ts'
import type { Sheet } from './domain/bundle.ts'
import { bySentence } from './domain/by-sentence.ts'
import { sayPhone } from './domain/say-phone.ts'
import { paperSession, readable } from './paper-session.ts'
import { paperStop } from './paper-stop.ts'
import { plainlyOf, stepsOf } from './plainly.ts'
import type { Making, Subject } from './subject.ts'
import { words } from './words.ts'

/** Sheets shouted across a street. */
type Shouted = 'poster' | 'flyer' | 'strips'

export const isShouted = (kind: string): kind is Shouted =>
  kind === 'poster' || kind === 'flyer' || kind === 'strips'

/** How many dates each holds. */
const most: Record<Shouted, number> = { poster: 4, flyer: 2, strips: 1 }

/** The next dates of a subject, or its only one, as large as they go. */
export async function shoutSessions(kind: Shouted, subject: Subject, making: Making): Promise<Sheet> {
  const { lang, easy, publicUrl } = making
  const shown = subject.sessions.slice(0, most[kind])
  const [first] = shown
  const alone = shown.length === 1 && first ? first : null
  const isOneActivity = shown.every(({ activity }) => activity.id === first?.activity.id)
  return {
    ...whatAllSay(subject.phone, making),
    kind,
    theme: subject.theme,
    title: bySentence(first && isOneActivity ? wordsOf(first, lang).title : subject.title),
    lead: easy ? '' : first && isOneActivity ? wordsOf(first, lang).summary : words(lang)('nextDates'),
    plain: easy && alone ? plainlyOf(alone, lang) : [],
    sessions: await Promise.all(
      shown.map((session) => paperSession(session, lang, { publicUrl, titled: !isOneActivity })),
    ),
  }
}

/** A stop of the nomadic team, with what one finds there. */
export async function shoutStop(kind: Shouted, stop: PrintedStop, making: Making): Promise<Sheet> {
  const { lang, easy, publicUrl } = making
  const t = words(lang)
  return {
    ...whatAllSay(stop.phone, making),
    kind,
    theme: 'discovery',
    title: t('stopTitle'),
    lead: easy ? '' : t('stopLead'),
    plain: easy ? plainlyOf(stop, lang) : [],
    sessions: [await paperStop(stop, lang, publicUrl)],
  }
}

const whatAllSay = (centrePhone: string, { lang, easy, publicUrl, phone }: Making) => ({
  free: words(lang)('free'),
  call: words(lang)('call'),
  phone: centrePhone ? sayPhone(centrePhone) : phone,
  site: readable(publicUrl),
  easy,
  steps: easy ? stepsOf(lang) : [],
})
