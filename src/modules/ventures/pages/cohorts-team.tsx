import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, type FieldError, Form, Select } from '#ui/form.tsx'
import { cohortWords } from '../cohort-words.ts'
import type { Here } from '../db/clinics.ts'
import type { Cohort } from '../domain/cohort.ts'
import { sectors, stages } from '../domain/vocabulary.ts'
import { words } from '../words.ts'
import { sayDay, textsOf } from './cohort-open.tsx'

type Props = {
  readonly lang: Language
  readonly cohorts: readonly Cohort[]
  readonly here: Here
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  /** Coordinators open cohorts. */
  readonly decides: boolean
}

/** The cohorts of a centre, and opening one. */
export const CohortsTeamPage = ({ lang, cohorts, here, typed, errors, decides }: Props) => {
  const t = cohortWords(lang)
  return (
    <>
      <h1>{t('team')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      {cohorts.length === 0 && <p>{t('teamNone')}</p>}
      <ul class="wl">
        {cohorts.map((cohort) => (
          <li key={cohort.id}>
            <span>
              <a href={`/ventures/cohorts/${cohort.id}`}>
                <b>{textsOf(cohort, lang).title}</b>
              </a>
              <small>
                {t(`track.${cohort.track}`)} · {t('lastDay', { day: sayDay(lang, cohort.closesOn) })}
              </small>
            </span>
            <span>{t('taken', { taken: cohort.seatsTaken, seats: cohort.seats })}</span>
            <span>{t(`status.${cohort.status}`)}</span>
          </li>
        ))}
      </ul>
      {decides && <NewCohort lang={lang} here={here} typed={typed} errors={errors} />}
    </>
  )
}

const chosen = (typed: Typed, name: string): string[] => {
  const value = typed[name]
  return value === undefined ? [] : [value].flat()
}

const NewCohort = ({ lang, here, typed, errors }: Omit<Props, 'cohorts' | 'decides'>) => {
  const t = cohortWords(lang)
  const said = words(lang)
  const field = (name: string, otherwise = '') => ({
    name,
    value: typedText(typed, name) || otherwise,
    error: errors.find((error) => error.field === name)?.message,
  })
  return (
    <Form action="/ventures/cohorts" title={t('new')} class="join offer">
      <Field {...field('title')} label={t('title')} maxLength={80} />
      <Field {...field('summary')} label={t('summary')} rows={2} maxLength={300} />
      <Field {...field('titleEn')} label={t('titleEn')} maxLength={80} />
      <Field {...field('titleAr')} label={t('titleAr')} maxLength={80} dir="auto" />
      <Choice
        {...field('track', 'everyone')}
        label={t('trackLabel')}
        options={(['everyone', 'women'] as const).map((track) => ({
          value: track,
          label: t(`track.${track}`),
        }))}
      />
      <Field {...field('seats', '10')} type="number" label={t('seatsLabel')} />
      <div class="ask">
        <Field {...field('opensOn')} type="date" label={t('opensOn')} />
        <Field {...field('closesOn')} type="date" label={t('closesOn')} />
      </div>
      <Choice
        name="stages"
        type="checkbox"
        label={t('stagesLabel')}
        value={chosen(typed, 'stages')}
        options={stages.map((code) => ({ value: code, label: said(`stage.${code}`) }))}
      />
      <details open={chosen(typed, 'sectors').length > 0}>
        <summary>{t('sectorsLabel')}</summary>
        <Choice
          name="sectors"
          type="checkbox"
          label={t('sectorsLabel')}
          value={chosen(typed, 'sectors')}
          options={sectors.map((code) => ({ value: code, label: said(`sector.${code}`) }))}
        />
      </details>
      <Field {...field('criteria', t('criteriaDefault'))} label={t('criteria')} rows={5} />
      <Select
        {...field('room')}
        label={t('room')}
        options={here.rooms.map(({ id, name, place }) => ({
          value: String(id),
          label: `${name} · ${place}`,
          lang: 'fr',
        }))}
      />
      <div class="ask">
        <Field {...field('first')} type="date" label={t('first')} />
        <Field {...field('from', '18:00')} type="time" label={t('from')} />
        <Field {...field('to', '20:00')} type="time" label={t('to')} />
        <Field {...field('meetings', '8')} type="number" label={t('meetings')} />
      </div>
      <p>
        <Button icon="plus">{t('create')}</Button>
      </p>
    </Form>
  )
}

/** What waits about cohorts, on the front page of the team. */
export const CohortsTodo = ({ lang, count }: { readonly lang: Language; readonly count: number }) =>
  count === 0 ? null : (
    <p>
      <a href="/ventures/cohorts">{cohortWords(lang)('todo', { count })}</a>
    </p>
  )
