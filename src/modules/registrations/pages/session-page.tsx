import { type Session, wordsOf } from '#modules/programme/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { type Language, sayLanguages, sayLength, sayMoment, sayRange } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { type Question, Questions } from '#ui/questions.tsx'
import { Kind } from '#ui/ticket.tsx'
import { datesKept, type standingOfCourse } from '../domain/course.ts'
import { words } from '../words.ts'
import { CourseDates } from './course-dates.tsx'
import { type JoinErrors, JoinForm } from './join-form.tsx'
import { SessionTicket, SimilarSessions } from './session-ticket.tsx'

/** All a session's page shows. */
export type SessionView = {
  lang: Language
  /** What leads the course, or the session alone. */
  session: Session
  dates: readonly Session[]
  standing: ReturnType<typeof standingOfCourse>
  hosts: { name: string; languages: string[] }[]
  /** People waiting. */
  waiting: number
  similar: Session[]
  now: Temporal.Instant
  helpPhone: string
  typed: Typed
  errors: JoinErrors
}

const audiences = {
  everyone: 'forEveryone',
  seniors: 'forSeniors',
  young: 'forYoung',
  'job-seekers': 'forJobSeekers',
  shopkeepers: 'forShopkeepers',
  'women-founders': 'forWomenFounders',
  families: 'forFamilies',
} as const

export const SessionPage = (view: SessionView) => {
  const { lang, session, dates, standing, now, similar } = view
  const t = words(lang)
  const said = wordsOf(session, lang)
  const spokenIn = session.activity.texts[lang] ? undefined : 'fr'
  const mayJoin = standing === 'open' || standing === 'full'
  return (
    <>
      <Kind lang={lang} format={session.activity.format} theme={session.activity.theme} />
      <h1 lang={spokenIn}>{said.title}</h1>
      <p class="lead" lang={spokenIn}>
        {said.summary}
      </p>
      {!mayJoin && <Standing {...view} />}
      {session.movedFrom && mayJoin && dates.length === 1 && (
        <Note icon="clock">
          <p>{t('wasMoved', { before: sayMoment(lang, session.movedFrom, now) })}</p>
        </Note>
      )}
      <div class="two">
        <div class="stack">
          <SessionTicket lang={lang} session={session} now={now} waiting={view.waiting} own>
            <WhenAndWhere {...view} />
          </SessionTicket>
          {mayJoin && (
            <p class="jump">
              <LinkButton href="#garder">{t(standing === 'full' ? 'joinWait' : 'join')}</LinkButton>
            </p>
          )}
          <h2>{t('before')}</h2>
          <Questions items={questionsOf(view)} />
        </div>
        {mayJoin ? (
          <JoinForm
            lang={lang}
            session={session.id}
            full={standing === 'full'}
            waiting={view.waiting}
            dates={datesKept(dates).length}
            largest={session.capacity}
            helpPhone={view.helpPhone}
            typed={view.typed}
            errors={view.errors}
          />
        ) : (
          <section class="stack">
            <h2>{t('similar')}</h2>
            <SimilarSessions lang={lang} sessions={similar} now={now} />
          </section>
        )}
      </div>
    </>
  )
}

const standings = {
  alone: { cancelled: 'isCancelled', started: 'isStarted', over: 'isOver' },
  course: { cancelled: 'isCourseCancelled', started: 'isCourseStarted', over: 'isOver' },
} as const

const Standing = ({ lang, standing, dates }: SessionView) => {
  const said = standings[dates.length > 1 ? 'course' : 'alone']
  return (
    <Note kind="no">
      <p>
        <b>{words(lang)(standing === 'cancelled' || standing === 'started' ? said[standing] : said.over)}</b>
      </p>
    </Note>
  )
}

const WhenAndWhere = ({ lang, session, dates, now }: SessionView) => {
  const t = words(lang)
  const { place } = session
  return (
    <>
      <p>
        <b>{t('free', { range: sayRange(lang, session.start, session.end) })}</b>
      </p>
      <CourseDates lang={lang} dates={dates} now={now} />
      <p>
        <Icon name="pin" />{' '}
        <bdi lang="fr">
          {place.name}
          <br />
          {place.address}, {place.postalCode} {place.city}
        </bdi>
      </p>
    </>
  )
}

/** What a worried person asks, in the order she asks it. */
function questionsOf({ lang, session, hosts }: SessionView): Question[] {
  const t = words(lang)
  const said = wordsOf(session, lang)
  const { place, activity } = session
  const names = new Intl.ListFormat(lang).format(hosts.map((host) => host.name))
  const who =
    hosts.length === 0
      ? t('aWhoTeam', { centre: session.centre.name })
      : t(hosts.length === 1 ? 'aWho' : 'aWhoMany', { names })
  const come = place.howToCome[lang] ?? place.howToCome.fr
  const ask = (
    icon: Question['icon'],
    question: Parameters<typeof t>[0],
    answer: Question['answer'],
  ): Question => ({
    icon,
    question: t(question),
    answer,
  })
  return [
    ask('workshop', 'qWhat', said.description),
    ask('helper', 'qBeginner', t(activity.level === 'beginner' ? 'aBeginner' : 'aIntermediate')),
    ask('game', 'qFor', t(audiences[activity.audience])),
    ask('bag', 'qBring', said.bring),
    ask('mark', 'qWho', who),
    ...(come ? [ask('walk', 'qHow', come)] : []),
    ...(place.stepFree === null ? [] : [ask('access', 'qSteps', t(place.stepFree ? 'aStepFree' : 'aSteps'))]),
    ask('lang', 'qLanguage', t('aLanguage', { languages: sayLanguages(lang, session.languages) })),
    ask('clock', 'qLong', t('aLong', { length: sayLength(lang, session.start.until(session.end)) })),
    ask('clock', 'qLate', t('aLate')),
    ask('excused', 'qCannot', t('aCannot')),
    ask('form', 'qNumber', t('aNumber')),
  ]
}
