import { readTowns } from '#modules/network/index.ts'
import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage, sayDate, sayMoment } from '#platform/i18n/index.ts'
import { type Composer, type Composers, fitting, inSms } from '#platform/messages/index.ts'
import { cohortWords } from './cohort-words.ts'
import { readApplication } from './db/applications.ts'
import { readCohort, readCohortMeetings } from './db/cohorts.ts'
import { readFounder } from './db/founders.ts'
import type { ApplicationStatus } from './domain/cohort.ts'
import { type ApplicationMessage, applicationMessages } from './tell-application.ts'

/** The state an application is in for a message to be still true. */
const stateOf: Readonly<Record<ApplicationMessage, ApplicationStatus>> = {
  received: 'sent',
  offered: 'offered',
  waiting: 'waiting',
  declined: 'declined',
  expired: 'withdrawn',
  'called-off': 'declined',
  meeting: 'confirmed',
}

/** What whoever applied to a cohort is told, written from what is true at the moment it leaves. */
export const cohortComposers = (house: House): Composers =>
  Object.fromEntries(
    applicationMessages.map((kind) => [`ventures.application-${kind}`, composerOf(house, kind)]),
  )

const composerOf =
  (house: House, kind: ApplicationMessage): Composer =>
  async (work, ref, version) => {
    const application = await readApplication(work, ref)
    const cohort = application && (await readCohort(work, application.cohort))
    const founder = application && (await readFounder(work, application.founder))
    if (!cohort || !founder || application.status !== stateOf[kind]) return null
    const contact = openContact(house.seal, {
      phone_sealed: founder.phoneSealed,
      email_sealed: founder.emailSealed,
    })
    const meeting =
      kind === 'meeting'
        ? (await readCohortMeetings(work, [cohort.id])).find(({ id }) => id === version)
        : undefined
    const isOver = !meeting || Temporal.Instant.compare(meeting.startsAt, work.now) <= 0
    if (!contact || (kind === 'meeting' && isOver)) return null
    const language = isLanguage(founder.language) ? founder.language : 'fr'
    const t = cohortWords(language)
    const zone = (await readTowns(work)).find(({ centre }) => centre === cohort.centre)?.timeZone ?? 'UTC'
    const said = {
      title: (cohort.texts[language] ?? cohort.texts.fr).title,
      day: application.offerUntil ? sayDate(language, application.offerUntil.toZonedDateTimeISO(zone)) : '',
      when: meeting ? sayMoment(language, meeting.startsAt.toZonedDateTimeISO(meeting.timeZone)) : '',
      place: meeting?.place ?? '',
      link: `${house.settings.publicUrl}/founders/me/${house.seal.open(founder.tokenSealed)}`,
    }
    return contact.kind === 'email'
      ? {
          channel: 'email',
          to: contact.canonical,
          language,
          subject: t('mail.subject', said),
          body: `${t(`sms.${kind}`, said)}\n`,
        }
      : {
          channel: 'sms',
          to: contact.canonical,
          language,
          subject: '',
          body: fitting([
            inSms(t(`sms.${kind}`, said)),
            inSms(t(kind === 'meeting' ? 'sms.meeting-short' : 'sms.short', said)),
          ]),
        }
  }
