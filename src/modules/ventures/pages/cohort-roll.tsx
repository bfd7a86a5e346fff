import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { cohortWords } from '../cohort-words.ts'
import type { Came } from '../db/applications.ts'
import type { CohortMeeting } from '../db/cohorts.ts'
import type { Cohort } from '../domain/cohort.ts'
import { textsOf } from './cohort-open.tsx'

type Props = {
  readonly lang: Language
  readonly cohort: Cohort
  readonly meeting: CohortMeeting
  readonly people: readonly { application: number; name: string; came: Came | null }[]
}

/** Who came to a meeting of a cohort: one press each, and one to take it back. */
export const CohortRoll = ({ lang, cohort, meeting, people }: Props) => {
  const t = cohortWords(lang)
  return (
    <>
      <p>
        <a href={`/ventures/cohorts/${cohort.id}`}>{textsOf(cohort, lang).title}</a>
      </p>
      <h1>{t('roll')}</h1>
      <p class="lead">{sayMoment(lang, meeting.startsAt.toZonedDateTimeISO(meeting.timeZone))}</p>
      <ul class="wl">
        {people.map(({ application, name, came }) => (
          <li key={application}>
            <b>
              <bdi>{name}</bdi>
            </b>
            <form class="row" method="post" action={`/ventures/cohorts/${cohort.id}/meetings/${meeting.id}`}>
              <input type="hidden" name="application" value={application} />
              {came ? (
                <>
                  <b class={came === 'present' ? 'good' : 'bad'}>{t(came)}</b>
                  <Button alt name="came" value="">
                    {t('undo')} <span class="vh">{name}</span>
                  </Button>
                </>
              ) : (
                (['present', 'absent', 'excused'] as const).map((mark) => (
                  <Button key={mark} alt name="came" value={mark}>
                    {t(mark)} <span class="vh">{name}</span>
                  </Button>
                ))
              )}
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}
