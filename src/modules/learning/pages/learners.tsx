import type { Town } from '#modules/network/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import type { Learner } from '../db/learners.ts'
import type { Path } from '../domain/path.ts'
import { say } from '../domain/say.ts'
import { type Word, words } from '../path-words.ts'
import type { Followed } from '../read-learner.ts'

type Props = {
  readonly lang: Language
  readonly rows: readonly { learner: Learner; followed: readonly Followed[] }[]
  readonly figures: readonly { path: string; started: number; finished: number }[]
  readonly town: Town
  readonly paths: readonly Path[]
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** Who follows a path here: first name, path, next step. The last to have done something first; nobody is ranked. */
export const LearnersPage = (props: Props) => {
  const { lang, rows, figures, town, paths } = props
  const t = words(lang)
  const reading = { lang, easy: false }
  return (
    <>
      <div class="split">
        <h1>{t('learning')}</h1>
        <LinkButton alt icon="helper" href="/skills/observed">
          {t('observeLink')}
        </LinkButton>
      </div>
      <p class="lead">{t('learningLead')}</p>
      <p>
        <a href="/badges">{t('toBadges')}</a>
      </p>
      {rows.length === 0 && <p>{t('nobody')}</p>}
      <ul class="wl">
        {rows.map(({ learner, followed }) => (
          <li key={learner.id}>
            <a href={`/learning/${learner.id}`}>
              <bdi>{learner.name ?? t('unnamed')}</bdi>
            </a>
            <span>
              {followed.map(({ path, progress }) => (
                <span key={path.id}>
                  {say(path.title, reading)}{' '}
                  <small>
                    {progress.next ? say(progress.next.title, reading) : t('finished')} ·{' '}
                    {t('doneOf', { done: progress.done, steps: progress.steps.length })}
                  </small>
                </span>
              ))}
            </span>
            <span class="hint">{sayDate(lang, learner.lastStepAt.toZonedDateTimeISO(town.timeZone))}</span>
          </li>
        ))}
      </ul>
      <StartHere {...props} />
      {figures.length > 0 && (
        <>
          <h2>{t('figures')}</h2>
          <ul class="wl">
            {figures.map(({ path: id, started, finished }) => {
              const path = paths.find((one) => one.id === id)
              return (
                <li key={id}>
                  <span>{path ? say(path.title, reading) : id}</span>
                  <span>{t('figuresSaid', { started, finished })}</span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}

const StartHere = ({ lang, paths, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  return (
    <Form action="/learning/learners" title={t('startAtCentre')}>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
      />
      <Select
        name="path"
        label={t('path')}
        value={typedText(typed, 'path')}
        error={wrong('path')}
        options={paths.map(({ id, title }) => ({ value: id, label: say(title, { lang, easy: false }) }))}
      />
      <Field
        name="name"
        label={t('name')}
        hint={t('optional')}
        value={typedText(typed, 'name')}
        error={wrong('name')}
        dir="auto"
      />
      <Field
        name="contact"
        label={t('contact')}
        hint={t('optional')}
        value={typedText(typed, 'contact')}
        error={wrong('contact')}
        dir="ltr"
      />
      <p>
        <Button icon="ok">{t('start')}</Button>
      </p>
    </Form>
  )
}
