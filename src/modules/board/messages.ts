import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage, type Language, type Params, sayDate, sayMoment } from '#platform/i18n/index.ts'
import { type Composer, type Composers, fitting, inSms, type Outgoing } from '#platform/messages/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readIntroduction } from './db/introductions.ts'
import { type Moment, readMomentsOf } from './db/moments.ts'
import { type Neighbour, readNeighbour } from './db/neighbours.ts'
import { readNotice } from './db/notices.ts'
import type { IntroductionStatus } from './domain/vocabulary.ts'
import { sayMomentOf } from './say.ts'
import { versionOf } from './tell.ts'
import { words } from './words.ts'

/** What neighbours are told, by first names only: no message holds the other one’s phone or mail. */
export const composers = (house: House): Composers => ({
  'board.link': aboutThem(house, 'link'),
  'board.full': aboutThem(house, 'full'),
  'board.published': aboutNotice(house, 'published'),
  'board.refused': aboutNotice(house, 'refused'),
  'board.introduced-author': aboutPair(house, 'introduced', 'author'),
  'board.introduced-other': aboutPair(house, 'introduced', 'other'),
  'board.reminder-author': aboutPair(house, 'reminder', 'author'),
  'board.reminder-other': aboutPair(house, 'reminder', 'other'),
  'board.thanks-author': aboutPair(house, 'thanks', 'author'),
  'board.thanks-other': aboutPair(house, 'thanks', 'other'),
  'board.stopped-author': aboutPair(house, 'stopped', 'author'),
  'board.stopped-other': aboutPair(house, 'stopped', 'other'),
})

/** What is said of two people, and the state they are in for it to be still true. */
const rightWhen = {
  introduced: 'introduced',
  reminder: 'introduced',
  thanks: 'done',
  stopped: 'stopped',
} as const satisfies Record<string, IntroductionStatus>
type OfPair = keyof typeof rightWhen
type Kind = 'link' | 'full' | 'published' | 'refused' | OfPair

const aboutThem =
  (house: House, kind: 'link' | 'full'): Composer =>
  async (work, ref) => {
    const to = await readNeighbour(work, ref)
    return to && outgoing(house, to, kind, {})
  }

const aboutNotice =
  (house: House, kind: 'published' | 'refused'): Composer =>
  async (work, ref) => {
    const notice = await readNotice(work, { id: ref, status: [kind] })
    const to = notice && (await readNeighbour(work, notice.neighbour))
    if (!notice || !to) return null
    const lang = languageOf(to)
    const t = words(lang)
    return outgoing(house, to, kind, {
      subject: t(`subject.${notice.subject}`),
      day: sayDate(lang, notice.validUntil.toZonedDateTime('UTC')),
      sentence: notice.refusedFor ? t(`refuse.${notice.refusedFor}`) : '',
    })
  }

const aboutPair =
  (house: House, kind: OfPair, whom: 'author' | 'other'): Composer =>
  async (work: Work, ref, version) => {
    const pair = await readIntroduction(work, ref)
    if (pair?.status !== rightWhen[kind]) return null
    const notice = await readNotice(work, { id: pair.notice, centre: pair.centre })
    const author = notice && (await readNeighbour(work, notice.neighbour))
    const other = await readNeighbour(work, pair.other)
    if (!notice || !author || !other) return null
    const [to, them] = whom === 'author' ? [author, other] : [other, author]
    const lang = languageOf(to)
    const moment = (await readMomentsOf(work, [pair]))(pair)
    if (kind === 'reminder' && !isAhead(moment, version, work.now)) return null
    return outgoing(
      house,
      to,
      kind,
      {
        name: them.name,
        subject: words(lang)(`subject.${notice.subject}`),
        moment: moment ? sayMomentOf(lang, moment) : '',
        when: moment ? sayMoment(lang, moment.start) : '',
        place: moment?.place ?? '',
      },
      kind === 'introduced' && !moment ? 'introducedCall' : kind,
    )
  }

/** Whether the meeting a reminder is about is still to come, and at that hour. */
const isAhead = (moment: Moment | null, version: number, now: Temporal.Instant): boolean => {
  const start = moment?.start.toInstant()
  return start !== undefined && versionOf(start) === version && Temporal.Instant.compare(now, start) < 0
}

const languageOf = ({ language }: Neighbour): Language => (isLanguage(language) ? language : 'fr')

/** A message to its one reader, with the link that shows everything and stops everything. */
function outgoing(
  house: House,
  to: Neighbour,
  kind: Kind,
  params: Params,
  text: Kind | 'introducedCall' = kind,
): Outgoing | null {
  const contact = openContact(house.seal, to)
  if (!contact) return null
  const language = languageOf(to)
  const t = words(language)
  const said = {
    ...params,
    link: `${house.settings.publicUrl}/board/me/${house.seal.open(to.tokenSealed)}`,
  }
  const full = t(`sms.${text}`, said)
  const middle = text === 'introduced' || text === 'reminder' ? [inSms(t(`sms.${text}.mid`, said))] : []
  if (contact.kind === 'email')
    return {
      channel: 'email',
      to: contact.canonical,
      language,
      subject: t(`mail.${kind}`, said),
      body: `${full}\n`,
    }
  return {
    channel: 'sms',
    to: contact.canonical,
    language,
    subject: '',
    body: fitting([inSms(full), ...middle, inSms(t(`sms.${text}.short`, said))]),
  }
}
