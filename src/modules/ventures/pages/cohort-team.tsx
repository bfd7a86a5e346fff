import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { type CohortAnswer, cohortAnswerTo } from '../cohort-refusals.ts'
import { cohortWords } from '../cohort-words.ts'
import { type Application, nextStatuses } from '../domain/cohort.ts'
import type { Judged } from '../domain/jury.ts'
import type { OfferedCohort } from '../read-cohorts.ts'
import { CohortFacts, sayMeeting, textsOf } from './cohort-open.tsx'

export interface Applicant {
  application: Application
  name: string
  idea: string
}

type Props = OfferedCohort & {
  readonly lang: Language
  readonly applicants: readonly Applicant[]
  /** The best first; a facilitator sees but her own marks, and no ranks. */
  readonly judged: readonly Judged[]
  readonly decides: boolean
  readonly now: Temporal.Instant
  readonly refused: CohortAnswer | null
}

/** A cohort for its team: who applies and how the jury ranks them, its meetings, and what comes next for it. */
export const CohortTeamPage = (props: Props) => {
  const { lang, cohort, meetings, applicants, judged, decides, now, refused } = props
  const t = cohortWords(lang)
  const inOrder = judged
    .map((one) => ({ one, who: applicants.find(({ application }) => application.id === one.application) }))
    .filter((line): line is { one: Judged; who: Applicant } => line.who !== undefined)
  return (
    <>
      <p>
        <a href="/ventures/cohorts">{t('back')}</a>
      </p>
      <h1>{textsOf(cohort, lang).title}</h1>
      <p class="lead">{textsOf(cohort, lang).summary}</p>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(cohortAnswerTo(refused).word)}</p>
        </Note>
      )}
      <CohortFacts lang={lang} offered={{ cohort, meetings }} />
      <p>
        <b>
          {t(`status.${cohort.status}`)} · {t('taken', { taken: cohort.seatsTaken, seats: cohort.seats })}
        </b>
      </p>
      <h2>{t('applications')}</h2>
      {inOrder.length === 0 && <p>{t('applicationsNone')}</p>}
      <ul class="wl">
        {inOrder.map(({ one, who: { application, name, idea } }) => (
          <li key={application.id}>
            <span>
              <a href={`/ventures/cohorts/${cohort.id}/applications/${application.id}`}>
                <b>
                  <bdi>{name}</bdi>
                </b>
              </a>
              <small>
                <bdi>{idea}</bdi>
              </small>
            </span>
            <span>{t(`short.${application.status}`)}</span>
            {decides && (
              <span>
                {one.rank === null || one.points === null
                  ? t('jurors', { count: one.jurors })
                  : `${t('of', { rank: one.rank })} · ${t('points', { points: one.points })}`}
              </span>
            )}
          </li>
        ))}
      </ul>
      <h2>{t('dates')}</h2>
      <ol class="thread">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            {Temporal.Instant.compare(meeting.startsAt, now) <= 0 ? (
              <a href={`/ventures/cohorts/${cohort.id}/meetings/${meeting.id}`}>
                {sayMeeting(lang, meeting, now)} · {t('roll')}
              </a>
            ) : (
              sayMeeting(lang, meeting, now)
            )}
          </li>
        ))}
      </ol>
      {decides && nextStatuses[cohort.status].length > 0 && (
        <details>
          <summary>{t('move')}</summary>
          <form class="row" method="post" action={`/ventures/cohorts/${cohort.id}/statuses`}>
            {nextStatuses[cohort.status].map((status) =>
              status === 'draft' ? null : (
                <Button key={status} alt name="status" value={status}>
                  {t(`move.${status}`)}
                </Button>
              ),
            )}
          </form>
        </details>
      )}
    </>
  )
}
