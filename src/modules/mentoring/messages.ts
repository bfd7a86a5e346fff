import { readTowns } from '#modules/network/index.ts'
import { openContact } from '#modules/people/index.ts'
import { type Founder, readFounder } from '#modules/ventures/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage, type Language, type Params, sayMoment } from '#platform/i18n/index.ts'
import { type Composers, fitting, inSms, type Outgoing } from '#platform/messages/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type Match, readLiveMatches, readMatch } from './db/matches.ts'
import { readMeeting } from './db/meetings.ts'
import { type Mentor, readMentor } from './db/mentors.ts'
import type { Side } from './domain/profile.ts'
import { type Word, words } from './words.ts'

/** Somebody a message goes to, and the page it leads to. */
interface Reader {
  name: string
  language: string
  phone_sealed: Buffer | null
  email_sealed: Buffer | null
  link: string
}

const mentorReader = (house: House, mentor: Mentor): Reader => ({
  ...mentor,
  link: `${house.settings.publicUrl}/mentors/me/${house.seal.open(mentor.tokenSealed)}`,
})
const founderReader = (house: House, founder: Founder): Reader => ({
  name: founder.name,
  language: founder.language,
  phone_sealed: founder.phoneSealed,
  email_sealed: founder.emailSealed,
  link: `${house.settings.publicUrl}/mentors/for/${house.seal.open(founder.tokenSealed)}`,
})

type Texts = { sms: Word; subject: Word; body: Word }

/** The message in the reader's language, by the contact she gave; nothing when she gave none. */
function write(
  house: House,
  reader: Reader,
  texts: Texts,
  more: (language: Language) => Params = () => ({}),
): Outgoing | null {
  const contact = openContact(house.seal, reader)
  if (!contact) return null
  const language = isLanguage(reader.language) ? reader.language : 'fr'
  const t = words(language)
  const said = { name: reader.name, link: reader.link, ...more(language) }
  return contact.kind === 'email'
    ? {
        channel: 'email',
        to: contact.canonical,
        language,
        subject: t(texts.subject, said),
        body: `${t(texts.body, said)}\n`,
      }
    : {
        channel: 'sms',
        to: contact.canonical,
        language,
        subject: '',
        body: fitting([inSms(t(texts.sms, said)), inSms(t('sms.short', said))]),
      }
}

type Both = { match: Match; reader: Reader; other: string }

/** The two of a match, seen from one side; null when either was erased. */
async function bothOf(house: House, work: Work, match: Match | null, side: Side): Promise<Both | null> {
  const founder = match && (await readFounder(work, match.founder))
  const mentor = match && (await readMentor(work, match.mentor))
  if (!match || !founder || !mentor) return null
  return side === 'founder'
    ? { match, reader: founderReader(house, founder), other: mentor.name }
    : { match, reader: mentorReader(house, mentor), other: founder.name }
}

/** Messages to mentors and founders, each written from what is true at the moment it leaves. */
export const composers = (house: House): Composers => {
  const ofMentor =
    (texts: Texts, isRight: (mentor: Mentor) => boolean = () => true) =>
    async (work: Work, ref: number) => {
      const mentor = await readMentor(work, ref)
      return mentor && isRight(mentor) ? write(house, mentorReader(house, mentor), texts) : null
    }
  const ofMatch = (side: Side, texts: Texts, status: Match['status']) => async (work: Work, ref: number) => {
    const both = await bothOf(house, work, await readMatch(work, ref), side)
    return both?.match.status === status
      ? write(house, both.reader, texts, () => ({ other: both.other }))
      : null
  }
  const ofMeeting = (side: Side) => async (work: Work, ref: number, version: number) => {
    const meeting = await readMeeting(work, ref)
    const both = meeting && (await bothOf(house, work, await readMatch(work, meeting.match), side))
    const status = ([undefined, 'proposed', 'agreed', 'called-off'] as const)[version]
    if (!both || !status || meeting.status !== status || both.match.status !== 'live') return null
    const zone = (await readTowns(work)).find(({ centre }) => centre === both.match.centre)?.timeZone ?? 'UTC'
    const texts: Texts = {
      sms: `sms.meeting.${status}`,
      subject: 'mail.meeting.subject',
      body: `mail.meeting.${status}`,
    }
    return write(house, both.reader, texts, (language) => ({
      other: both.other,
      moment: sayMoment(language, meeting.startsAt.toZonedDateTimeISO(zone)),
    }))
  }
  const silent: Texts = { sms: 'sms.silent', subject: 'mail.silent.subject', body: 'mail.silent.body' }
  return {
    'mentoring.link': ofMentor({ sms: 'sms.link', subject: 'mail.link.subject', body: 'mail.link.body' }),
    'mentoring.welcome': ofMentor(
      { sms: 'sms.welcome', subject: 'mail.welcome.subject', body: 'mail.welcome.body' },
      ({ status }) => status === 'welcome',
    ),
    'mentoring.declined': ofMentor(
      { sms: 'sms.declined', subject: 'mail.declined.subject', body: 'mail.declined.body' },
      ({ status }) => status === 'declined',
    ),
    // Her mentor erased everything: the match is gone, and she is told without a name.
    'mentoring.left': async (work, ref) => {
      const founder = await readFounder(work, ref)
      const isGuided = (await readLiveMatches(work)).some((match) => match.founder === ref)
      return founder && !isGuided
        ? write(house, founderReader(house, founder), {
            sms: 'sms.left',
            subject: 'mail.left.subject',
            body: 'mail.left.body',
          })
        : null
    },
    // Somebody she guided erased everything: how many are left says whether she is free, or has a place again.
    'mentoring.founder-left': async (work, ref) => {
      const mentor = await readMentor(work, ref)
      return (
        mentor &&
        write(
          house,
          mentorReader(house, mentor),
          { sms: 'sms.founder-left', subject: 'mail.founder-left.subject', body: 'mail.founder-left.body' },
          () => ({ guided: mentor.taken }),
        )
      )
    },
    ...Object.fromEntries(
      (['founder', 'mentor'] as const).flatMap((side) => [
        [
          `mentoring.matched.${side}`,
          ofMatch(
            side,
            { sms: `sms.matched.${side}`, subject: 'mail.matched.subject', body: `mail.matched.${side}` },
            'live',
          ),
        ],
        [
          `mentoring.stopped.${side}`,
          ofMatch(
            side,
            { sms: 'sms.stopped', subject: 'mail.stopped.subject', body: `mail.stopped.${side}` },
            'stopped',
          ),
        ],
        [`mentoring.silent.${side}`, ofMatch(side, silent, 'live')],
        [`mentoring.meeting.${side}`, ofMeeting(side)],
      ]),
    ),
  }
}
