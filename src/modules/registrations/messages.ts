import { openContact } from '#modules/people/index.ts'
import type { Session } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import type { Composer, Composers } from '#platform/messages/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type Course, readCourse } from './db/course.ts'
import { type Registration, readRegistration } from './db/registration.ts'
import { readRemindable } from './db/reminders.ts'
import { readRank } from './db/waiting-list.ts'
import { dateOfVersion, datesAhead } from './domain/course.ts'
import { isDue } from './domain/reminder.ts'
import { emailText, type Kind, kinds, smsText } from './message-text.ts'

interface Truth {
  work: Work
  held: Registration
  /** The date it is about; the next one of a course, when it is about all of them. */
  session: Session
  version: number
}

/** What is said of one date; the other kinds are about all that somebody joined. */
const ofOneDate: ReadonlySet<Kind> = new Set(['reminder', 'moved', 'session-cancelled', 'date-cancelled'])

/** When each message is still right. A session that has begun is beyond words: nothing is sent about it. */
const isRight: Record<Kind, (truth: Truth) => boolean | Promise<boolean>> = {
  confirmed: ({ held, session }) => held.status === 'confirmed' && session.status === 'published',
  waitlisted: ({ held, session }) => held.status === 'waitlisted' && session.status === 'published',
  offered: ({ held, session, work, version }) =>
    held.status === 'offered' &&
    session.status === 'published' &&
    held.offerExpiresAt !== null &&
    Temporal.Instant.compare(work.now, held.offerExpiresAt) < 0 &&
    versionOfOffer(held.offerExpiresAt) === version,
  reminder: async ({ held, session, work }) => {
    const remindable = await readRemindable(work, held.id)
    if (!remindable?.remindedOf.includes(session.id) || session.status !== 'published') return false
    // It was claimed to be sent now: whether it was due is asked of all the rest.
    return isDue({ ...remindable, reminded: false, start: session.start, now: work.now })
  },
  moved: ({ held, session }) => held.status !== 'cancelled' && session.status === 'published',
  'session-cancelled': ({ held, session }) =>
    held.cancelledBy === 'session' && session.status === 'cancelled',
  'date-cancelled': ({ held, session }) => held.status !== 'cancelled' && session.status === 'cancelled',
  cancelled: ({ held }) => held.status === 'cancelled' && held.cancelledBy !== 'session',
}

/** Offers made one after the other to the same party are told apart by the second they end. */
const versionOfOffer = (expiresAt: Temporal.Instant) => Math.floor(expiresAt.epochMilliseconds / 1000)

/** Writes a registration's messages, each from what is true at the moment it leaves. */
export const composers = (house: House): Composers =>
  Object.fromEntries(kinds.map((kind) => [`registrations.${kind}`, composerOf(house, kind)]))

/** The dates a message is about, in order; none when it is about a date that has changed since. */
function aboutWhat(kind: Kind, { lead, dates }: Course, version: number, now: Temporal.Instant): Session[] {
  if (!ofOneDate.has(kind)) {
    const ahead = datesAhead(dates, now)
    return ahead.length > 0 ? ahead : [lead]
  }
  const date = dateOfVersion(dates, version)
  if (!date) return []
  // Of a course that is cancelled altogether, every date that was still to come.
  return kind === 'session-cancelled'
    ? dates.filter(({ start }) => Temporal.Instant.compare(start.toInstant(), now) > 0)
    : [date]
}

const composerOf =
  (house: House, kind: Kind): Composer =>
  async (work, ref, version) => {
    const held = await readRegistration(work, ref)
    const course = held && (await readCourse(work, held.session))
    if (!held || !course) return null
    const about = aboutWhat(kind, course, version, work.now)
    const [session] = about
    if (!session || Temporal.Instant.compare(session.start.toInstant(), work.now) <= 0) return null
    if (!(await isRight[kind]({ work, held, session, version }))) return null
    // Somebody who came to the door without a number is told nothing.
    const contact = openContact(house.seal, {
      phone_sealed: held.phoneSealed,
      email_sealed: held.emailSealed,
    })
    if (!contact) return null

    const language = isLanguage(held.language) ? held.language : 'fr'
    const rank = kind === 'waitlisted' ? await readRank(work, held.session, held.id) : null
    const told = {
      kind,
      language,
      session,
      dates: about,
      isCourse: course.dates.length > 1,
      rank,
      name: held.name,
      throughHelper: held.throughHelper,
      party: held.party,
      until: held.offerExpiresAt,
      link: `${house.settings.publicUrl}/r/${house.seal.open(held.tokenSealed)}`,
    }
    if (contact.kind === 'phone')
      return { channel: 'sms', to: contact.canonical, language, subject: '', body: smsText(told) }
    return { channel: 'email', to: contact.canonical, language, ...emailText(told, house.settings.phone) }
  }
