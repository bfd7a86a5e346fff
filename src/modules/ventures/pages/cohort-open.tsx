import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { cohortWords } from '../cohort-words.ts'
import type { CohortMeeting } from '../db/cohorts.ts'
import type { Cohort } from '../domain/cohort.ts'
import type { Criterion } from '../domain/jury.ts'
import type { OfferedCohort } from '../read-cohorts.ts'
import { words } from '../words.ts'

/** Its name and its sentence in a language, French otherwise. */
export const textsOf = (cohort: Cohort, lang: Language) => cohort.texts[lang] ?? cohort.texts.fr
const tongueOf = (cohort: Cohort, lang: Language) => (cohort.texts[lang] ? undefined : 'fr')

/** A day without an hour, in words. */
export const sayDay = (lang: Language, day: Temporal.PlainDate): string =>
  sayDate(lang, day.toZonedDateTime('UTC'))

/** Its day and its hours, at the place. */
export const sayMeeting = (
  lang: Language,
  { startsAt, endsAt, timeZone }: Pick<CohortMeeting, 'startsAt' | 'endsAt' | 'timeZone'>,
  now?: Temporal.Instant,
): string => {
  const [from, to] = [startsAt.toZonedDateTimeISO(timeZone), endsAt.toZonedDateTimeISO(timeZone)]
  return `${sayDate(lang, from, now)} · ${sayHours(lang, from, to)}`
}

/** Who may apply: at which moments of a project, in which trades. */
export const sayWhom = (lang: Language, { stages, sectors }: Pick<Cohort, 'stages' | 'sectors'>): string => {
  const said = words(lang)
  const moments = stages.map((code) => said(`stage.${code}`))
  return [
    ...(moments.length > 0 ? moments : [cohortWords(lang)('anyStage')]),
    ...sectors.map((code) => said(`sector.${code}`)),
  ].join(' · ')
}

/** For whom, how many seats, until when one applies, and when it meets. */
export const CohortFacts = ({
  lang,
  offered: { cohort, meetings },
}: {
  readonly lang: Language
  readonly offered: OfferedCohort
}) => {
  const t = cohortWords(lang)
  const [first] = meetings
  return (
    <ul>
      <li>
        <Icon name="helper" /> {t(`track.${cohort.track}`)} · {t('seats', { count: cohort.seats })}
      </li>
      <li>
        <Icon name="clock" /> {t('lastDay', { day: sayDay(lang, cohort.closesOn) })}
      </li>
      {first && (
        <>
          <li>
            <Icon name="cal" />{' '}
            {t('meets', {
              count: meetings.length,
              day: sayDate(lang, first.startsAt.toZonedDateTimeISO(first.timeZone)),
            })}
          </li>
          <li>
            <Icon name="pin" />{' '}
            <bdi lang="fr">
              {first.place}, {first.city}
            </bdi>
          </li>
        </>
      )}
    </ul>
  )
}

/** On the front page of founders: the groups one may join now. */
export const OpenCohorts = ({
  lang,
  cohorts,
}: {
  readonly lang: Language
  readonly cohorts: readonly OfferedCohort[]
}) => {
  const t = cohortWords(lang)
  return cohorts.length === 0 ? null : (
    <>
      <h2>{t('open')}</h2>
      <ul class="tickets">
        {cohorts.map((offered) => (
          <li key={offered.cohort.id} class="ticket entrepreneurship">
            <div>
              <h3 lang={tongueOf(offered.cohort, lang)}>
                <a href={`/founders/cohorts/${offered.cohort.id}`}>{textsOf(offered.cohort, lang).title}</a>
              </h3>
              <CohortFacts lang={lang} offered={offered} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

type Props = {
  readonly lang: Language
  readonly offered: OfferedCohort
  readonly criteria: readonly Criterion[]
  /** The centre, as addresses name it. */
  readonly slug: string
  readonly today: Temporal.PlainDate
}

/** A cohort, for everybody: what one does, for whom, when, what the jury looks at, how to apply. */
export const CohortPage = ({ lang, offered, criteria, slug, today }: Props) => {
  const t = cohortWords(lang)
  const { cohort, meetings } = offered
  const isOpen = cohort.status === 'open' && Temporal.PlainDate.compare(today, cohort.closesOn) <= 0
  const isEarly = isOpen && Temporal.PlainDate.compare(today, cohort.opensOn) < 0
  return (
    <>
      <h1 lang={tongueOf(cohort, lang)}>{textsOf(cohort, lang).title}</h1>
      <p class="lead" lang={tongueOf(cohort, lang)}>
        {textsOf(cohort, lang).summary}
      </p>
      {cohort.status === 'called-off' && (
        <Note kind="no">
          <p>{t('calledOff')}</p>
        </Note>
      )}
      <CohortFacts lang={lang} offered={offered} />
      <h2>{t('forWhom')}</h2>
      <p>{sayWhom(lang, cohort)}</p>
      <h2>{t('howApply')}</h2>
      {isOpen && !isEarly ? (
        <>
          <p>{t('howApplySaid')}</p>
          <p>
            <LinkButton href={`/founders?centre=${slug}`} onwards>
              {t('toBegin')}
            </LinkButton>
          </p>
        </>
      ) : (
        <p>{isEarly ? t('notYet', { day: sayDay(lang, cohort.opensOn) }) : t('closed')}</p>
      )}
      <h2>{t('whatJury')}</h2>
      <ul>
        {criteria.map(({ position, label, weight }) => (
          <li key={position}>
            <bdi lang="fr">{label}</bdi>
            {weight > 1 && <small> {t('weight', { weight })}</small>}
          </li>
        ))}
      </ul>
      {meetings.length > 0 && (
        <>
          <h2>{t('dates')}</h2>
          <ol class="thread">
            {meetings.map((meeting) => (
              <li key={meeting.id}>{sayMeeting(lang, meeting)}</li>
            ))}
          </ol>
          <p>
            <a href={`/founders/cohorts/${cohort.id}/meetings.ics`}>{t('calendar')}</a>
          </p>
        </>
      )}
    </>
  )
}
