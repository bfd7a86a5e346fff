import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate, sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { type CohortAnswer, cohortAnswerTo } from '../cohort-refusals.ts'
import { type CohortWord, cohortWords } from '../cohort-words.ts'
import { isLive, nextApplication, refusalOfApplication } from '../domain/cohort.ts'
import { longestMotivation } from '../domain/cohort-forms.ts'
import type { Founder } from '../domain/vocabulary.ts'
import type { MyCohort, OfferedCohort } from '../read-cohorts.ts'
import { CohortFacts, sayWhom, textsOf } from './cohort-open.tsx'

export interface CohortsBack {
  typed: Typed
  errors: FieldErrors
  refused: CohortAnswer | null
}

type Props = CohortsBack & {
  readonly lang: Language
  /** Her own page. */
  readonly address: string
  readonly mine: readonly MyCohort[]
  readonly founder: Pick<Founder, 'stage' | 'sector'>
  /** Groups that take applications now. */
  readonly open: readonly OfferedCohort[]
  /** At her centre. */
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** On a founder’s own page: where each application is, what she may do, and the groups she may join. */
export const MyCohorts = (props: Props) => {
  const { lang, address, mine, open, now, refused } = props
  const t = cohortWords(lang)
  if (mine.length + open.length === 0) return null
  return (
    <section class="stack" aria-labelledby="groups">
      <h2 id="groups">{t('mine')}</h2>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(cohortAnswerTo(refused).word)}</p>
        </Note>
      )}
      {mine.map((one) => (
        <Mine key={one.application.id} lang={lang} address={address} mine={one} now={now} />
      ))}
      {open.map((offered) => (
        <Apply key={offered.cohort.id} offered={offered} {...props} />
      ))}
    </section>
  )
}

const Mine = ({
  lang,
  address,
  mine,
  now,
}: {
  lang: Language
  address: string
  mine: MyCohort
  now: Temporal.Instant
}) => {
  const t = cohortWords(lang)
  const { application, cohort, meetings, came } = mine
  const next = meetings.find(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0)
  const zone = meetings[0]?.timeZone ?? 'Europe/Paris'
  const past = meetings.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) <= 0).length
  const gesture = (noun: string, word: CohortWord, alt: boolean) => (
    <form method="post" action={`${address}/${noun}`}>
      <input type="hidden" name="application" value={application.id} />
      <Button alt={alt}>{t(word)}</Button>
    </form>
  )
  return (
    <div class="join stack">
      <h3>
        <a href={`/founders/cohorts/${cohort.id}`}>{textsOf(cohort, lang).title}</a>
      </h3>
      <p>
        {t(`state.${application.status}`, {
          day: application.offerUntil
            ? sayDate(lang, application.offerUntil.toZonedDateTimeISO(zone), now)
            : '',
        })}
      </p>
      {application.status === 'confirmed' && next && (
        <p>
          {t('nextMeeting', {
            when: sayMoment(lang, next.startsAt.toZonedDateTimeISO(next.timeZone), now),
            place: next.place,
          })}
          <br />
          <a href={`/founders/cohorts/${cohort.id}/meetings.ics`}>{t('calendar')}</a>
        </p>
      )}
      {application.status === 'confirmed' && past > 0 && <p>{t('came', { count: came, of: past })}</p>}
      <div class="row">
        {isLive(cohort.status) &&
          application.status === 'offered' &&
          gesture('confirmations', 'confirm', false)}
        {isLive(cohort.status) &&
          nextApplication[application.status].includes('withdrawn') &&
          gesture('withdrawals', 'withdraw', true)}
      </div>
    </div>
  )
}

/** A group and its form; for whom it is not, why, and the way to say that a project has moved on. */
const Apply = ({
  lang,
  address,
  offered,
  typed,
  errors,
  founder,
  today,
}: Props & { offered: OfferedCohort }) => {
  const t = cohortWords(lang)
  const { cohort } = offered
  const isThis = typedText(typed, 'cohort') === String(cohort.id)
  const own = isThis ? errors : {}
  const wrong = (field: string) => (own[field] ? t(own[field] as CohortWord) : undefined)
  const refusal = refusalOfApplication(cohort, founder, today)
  return (
    <div class="join stack">
      <h3>
        <a href={`/founders/cohorts/${cohort.id}`}>{textsOf(cohort, lang).title}</a>
      </h3>
      <CohortFacts lang={lang} offered={offered} />
      <p class="hint">{t('forWhomHint', { whom: sayWhom(lang, cohort) })}</p>
      {refusal ? (
        <>
          <p>{t(cohortAnswerTo(refusal).word)}</p>
          <p>
            <a href="#profile">{t('projectChanged')}</a>
          </p>
        </>
      ) : (
        <details open={isThis}>
          <summary>{t('apply')}</summary>
          <Form action={`${address}/applications`} class="offer">
            <ErrorSummary
              lang={lang}
              errors={Object.entries(own).map(([field, word]) => ({ field, message: t(word as CohortWord) }))}
            />
            <input type="hidden" name="cohort" value={cohort.id} />
            <Field
              name="motivation"
              id={isThis ? 'motivation' : `motivation-${cohort.id}`}
              label={t('motivation')}
              rows={3}
              maxLength={longestMotivation}
              value={isThis ? typedText(typed, 'motivation') : ''}
              error={wrong('motivation')}
              dir="auto"
            />
            <Choice
              name="free"
              id={isThis ? 'free' : `free-${cohort.id}`}
              type="checkbox"
              label={t('free')}
              value={isThis ? typedText(typed, 'free') : ''}
              error={wrong('free')}
              options={[{ value: 'yes', label: t('freeYes') }]}
            />
            <p>
              <Button icon="ok">{t('send')}</Button>
            </p>
          </Form>
        </details>
      )}
    </div>
  )
}
