import type { Session } from '#modules/programme/index.ts'
import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { Thread } from '#ui/thread.tsx'
import type { Registration } from '../db/registration.ts'
import { datesAhead, datesKept } from '../domain/course.ts'
import { largestParty } from '../domain/join.ts'
import { type Word, words } from '../words.ts'
import { CourseDates } from './course-dates.tsx'
import { SessionTicket, SimilarSessions } from './session-ticket.tsx'

/** All the page behind a link shows. */
export type RegistrationView = {
  lang: Language
  token: string
  registration: Registration
  /** What leads the course, or the session alone. */
  session: Session
  dates: readonly Session[]
  over: boolean
  /** A date is still to come. */
  mayLeave: boolean
  rank: number | null
  /** Why a chair was or was not offered, oldest first. */
  story: { at: Temporal.Instant; decision: string; seatsFree: number }[]
  similar: Session[]
  now: Temporal.Instant
  errors: Partial<Record<string, Word>>
  /** A change was just made. */
  changed: boolean
  /** The form was sent again by somebody who had joined already. */
  again: boolean
}

/** The page of one registration: it says where one stands, and lets one say yes, change or cancel. */
export const RegistrationPage = (view: RegistrationView) => {
  const { registration, over } = view
  if (registration.status === 'cancelled') return <Cancelled {...view} />
  if (over) return <Past {...view} />
  if (registration.status === 'offered') return <Offered {...view} />
  if (registration.status === 'waitlisted') return <Waiting {...view} />
  return <Confirmed {...view} />
}

const Again = ({ lang, registration, again }: RegistrationView) =>
  again ? (
    <Note icon="mark">
      <p role="status">
        {words(lang)('alreadyJoined', { party: registration.party })}{' '}
        <a href="#party-form">{words(lang)('changeParty')}</a>
      </p>
    </Note>
  ) : null

const Problems = ({ lang, errors }: RegistrationView) => (
  <ErrorSummary
    lang={lang}
    errors={Object.entries(errors).flatMap(([field, word]) =>
      word ? [{ field: field === 'form' ? undefined : field, message: words(lang)(word) }] : [],
    )}
  />
)

const Confirmed = (view: RegistrationView) => {
  const { lang, registration, session, dates, now, token, changed } = view
  const t = words(lang)
  const { name, party } = registration
  const isCourse = dates.length > 1
  const [ahead] = datesAhead(dates, now)
  const come = session.place.howToCome[lang] ?? session.place.howToCome.fr ?? ''
  return (
    <>
      <Problems {...view} />
      <Again {...view} />
      {registration.seats > 0 && (
        <p class="good" role={changed ? 'status' : undefined}>
          <Icon name="ok" /> {changed && t('partyChanged')} {t('seatsWait', { party })}
        </p>
      )}
      <h1>{t(registration.throughHelper ? 'notedFor' : 'noted', { name })}</h1>
      <Pass {...view} />
      <p class="row noprint">
        <LinkButton href={`/registrations/${token}/session.ics`} icon="cal" download>
          {isCourse ? t('calendarAll', { count: datesKept(dates).length }) : t('calendar')}
        </LinkButton>
      </p>
      <p class="noprint">{t('print')}</p>
      <h2>{t('next')}</h2>
      <Thread
        steps={[
          { when: t('nextNow'), what: t('nextNowWhat') },
          { when: t(isCourse ? 'nextReminderEach' : 'nextReminder'), what: t('nextReminderWhat') },
          { when: sayMoment(lang, (ahead ?? session).start, now), what: t('nextDayWhat', { who: come }) },
        ]}
      />
      <ChangeParty {...view} />
      <CancelForm {...view} />
    </>
  )
}

const Waiting = (view: RegistrationView) => {
  const { lang, registration, rank } = view
  const t = words(lang)
  return (
    <>
      <Problems {...view} />
      <Again {...view} />
      <h1>{t('youWait', { name: registration.name })}</h1>
      <p class="lead">{t('rank', { rank: rank ?? 1 })}</p>
      <Pass {...view} />
      <p>{t('waitNext')}</p>
      <Story {...view} />
      <ChangeParty {...view} />
      <CancelForm {...view} />
    </>
  )
}

const Offered = (view: RegistrationView) => {
  const { lang, registration, session, token, now } = view
  const t = words(lang)
  const until = registration.offerExpiresAt?.toZonedDateTimeISO(session.start.timeZoneId)
  return (
    <>
      <Problems {...view} />
      <h1>{t('offeredTitle', { name: registration.name })}</h1>
      {until && <p class="lead">{t('offeredUntil', { until: sayMoment(lang, until, now) })}</p>}
      <Pass {...view} />
      <form class="stack" method="post" action={`/registrations/${token}/acceptance`}>
        <Button wide icon="ok">
          {t('accept')}
        </Button>
      </form>
      <form class="stack" method="post" action={`/registrations/${token}/cancellation`}>
        <Button alt wide>
          {t('decline')}
        </Button>
      </form>
      <Story {...view} />
    </>
  )
}

const Cancelled = ({ lang, registration, session, dates, similar, now }: RegistrationView) => {
  const t = words(lang)
  const bySession = registration.cancelledBy === 'session'
  const was = dates.length > 1 ? 'courseWasCancelled' : 'sessionWasCancelled'
  return (
    <>
      <h1>{t(bySession ? was : 'cancelledTitle', { name: registration.name })}</h1>
      <p class="lead">{t(bySession ? 'sorry' : 'cancelledThanks')}</p>
      {!bySession && (
        <p>
          <LinkButton alt href={`/sessions/${session.id}`}>
            {t('joinAgain')}
          </LinkButton>
        </p>
      )}
      <h2>{t('similar')}</h2>
      <SimilarSessions lang={lang} sessions={similar} now={now} />
    </>
  )
}

const Past = ({ lang, registration, session, similar, now }: RegistrationView) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('pastTitle', { name: registration.name })}</h1>
      <SessionTicket lang={lang} session={session} now={now} heading="h2" />
      <h2>{t('similar')}</h2>
      <SimilarSessions lang={lang} sessions={similar} now={now} />
    </>
  )
}

/** The ticket one prints, with the code one says at the door. */
const Pass = ({ lang, registration, session, dates, now }: RegistrationView) => {
  const t = words(lang)
  const { name, party } = registration
  return (
    <SessionTicket
      lang={lang}
      session={session}
      now={now}
      heading="h2"
      standing={session.status === 'cancelled' ? { kind: 'cancelled' } : undefined}
      stub={registration.status === 'confirmed' ? { label: t('doorCode'), code: session.code } : undefined}
    >
      <CourseDates lang={lang} dates={dates} now={now} />
      <p>
        <Icon name="pin" />{' '}
        <bdi lang="fr">
          {session.place.address}, {session.place.postalCode} {session.place.city}
        </bdi>
      </p>
      <p>
        <bdi>{t('with', { name, party, others: party - 1 })}</bdi>
      </p>
    </SessionTicket>
  )
}

const stories = {
  waitlisted: 'decisionWaitlisted',
  offered: 'decisionOffered',
  skipped: 'decisionSkipped',
  'too-late': 'decisionTooLate',
  accepted: 'decisionAccepted',
  declined: 'decisionDeclined',
  expired: 'decisionExpired',
} as const

const Story = ({ lang, story, session, now }: RegistrationView) => {
  const t = words(lang)
  if (story.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('story')}</h2>
      <ul>
        {story.map(({ at, decision, seatsFree }) => (
          <li key={`${at}${decision}`}>
            {t(stories[decision as keyof typeof stories], {
              when: sayMoment(lang, at.toZonedDateTimeISO(session.start.timeZoneId), now),
              seats: seatsFree,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

const ChangeParty = ({ lang, registration, token, errors }: RegistrationView) => {
  const t = words(lang)
  return (
    <Form action={`/registrations/${token}/party`} id="party-form" title={t('changeParty')}>
      <Choice
        name="party"
        label={t('partyNow')}
        value={String(registration.party)}
        error={errors.party ? t(errors.party) : undefined}
        options={Array.from({ length: largestParty }, (_, i) => ({
          value: String(i + 1),
          label: String(i + 1),
        }))}
      />
      <Button alt>{t('savePartyButton')}</Button>
    </Form>
  )
}

const CancelForm = ({ lang, registration, dates, token, mayLeave }: RegistrationView) => {
  const t = words(lang)
  if (!mayLeave) return null
  return (
    <Note icon="excused" noPrint>
      <form class="stack" method="post" action={`/registrations/${token}/cancellation`}>
        <p>
          <b>{t('cannotCome')}</b> {t(dates.length > 1 ? 'cancelWhyCourse' : 'cancelWhy')}
        </p>
        <Button alt>{t(registration.status === 'waitlisted' ? 'leaveButton' : 'cancelButton')}</Button>
      </form>
    </Note>
  )
}
