import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, languageCodes } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { textFields } from '../activity-form.ts'
import { type Word, words } from '../activity-words.ts'
import type { Activity } from '../domain/activity.ts'
import { readability } from '../domain/readability.ts'
import { TakesFields, WhatFields } from './activity-fields.tsx'
import { ActivityPreview, type Previewed } from './activity-preview.tsx'
import { TextFields } from './activity-texts.tsx'

type PageProps = {
  readonly lang: Language
  /** Null: a new one. */
  readonly activity: Activity | null
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly preview: Previewed
  /** The day the preview shows. */
  readonly day: Temporal.PlainDate
  readonly mayChange: boolean
  /** The asker belongs to a centre. */
  readonly inCentre: boolean
  readonly said: string | null
  /** She asked for the words to be checked: nothing was written. */
  readonly checked: boolean
}

/** One activity: its form in three sections for whom it belongs to, and always what people will see. */
export const ActivityPage = (props: PageProps) => {
  const { lang, activity, errors, preview, day, mayChange, said } = props
  const t = words(lang)
  const texts = activity?.texts[lang] ?? activity?.texts.fr
  return (
    <>
      <p>
        <a href="/plan/activities">{t('back')}</a>
      </p>
      <h1 lang={activity && !activity.texts[lang] ? 'fr' : undefined}>{texts?.title ?? t('new')}</h1>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      {props.checked && <Checked lang={lang} typed={props.typed} />}
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => {
          const [name] = field.split('.')
          return { field: name === 'form' ? undefined : name, message: t(word as Word) }
        })}
      />
      {activity && <Gestures {...props} activity={activity} />}
      {mayChange ? (
        <>
          <ActivityForm {...props} />
          <ActivityPreview lang={lang} activity={preview} day={day} />
          {activity && <Retiring lang={lang} activity={activity} />}
        </>
      ) : (
        <>
          <p class="lead">{t('ofNetwork')}</p>
          <ActivityPreview lang={lang} activity={preview} day={day} />
          {activity && <Facts lang={lang} activity={activity} />}
        </>
      )}
    </>
  )
}

const Checked = ({ lang, typed }: Pick<PageProps, 'lang' | 'typed'>) => {
  const t = words(lang)
  const remarked = languageCodes.flatMap((code) =>
    textFields.flatMap((field) => {
      const count = readability(typedText(typed, `${code}-${field}`), code).length
      return count > 0 ? [{ code, field, count }] : []
    }),
  )
  return (
    <Note role="status" icon={remarked.length > 0 ? 'excused' : 'ok'}>
      <p>{t('checked', { count: remarked.reduce((sum, { count }) => sum + count, 0) })}</p>
      {remarked.length > 0 && (
        <ul>
          {remarked.map(({ code, field }) => (
            <li key={`${code}${field}`}>
              <a href={`#${code}-${field}`}>
                {t('inLanguage', { field: t(field), language: t(`in.${code}`) })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Note>
  )
}

const Gestures = ({ lang, activity, inCentre }: PageProps & { activity: Activity }) => {
  const t = words(lang)
  return (
    <div class="row noprint">
      <form method="post" action={`/plan/activities/${activity.id}/copies`}>
        <Button alt>{t(inCentre ? 'copy' : 'copyNetwork')}</Button>
      </form>
      {inCentre && activity.status === 'ready' && (
        <LinkButton alt href={`/plan/new?activity=${activity.id}`} icon="cal">
          {t('plan')}
        </LinkButton>
      )}
    </div>
  )
}

const ActivityForm = ({ lang, activity, typed, errors }: PageProps) => {
  const t = words(lang)
  // An error of a list comes as `needs.2`; it is shown with its question.
  const error = (field: string) => {
    const found = Object.entries(errors).find(([name]) => name === field || name.startsWith(`${field}.`))
    return found ? t(found[1] as Word) : undefined
  }
  const fields = { lang, typed, error }
  return (
    <Form action={activity ? `/plan/activities/${activity.id}` : '/plan/activities'}>
      {activity && <input type="hidden" name="revision" value={typedText(typed, 'revision')} />}
      <h2>{t('sectionTexts')}</h2>
      <p>{t('sectionTextsLead')}</p>
      <TextFields {...fields} />
      <p>
        <Button alt name="gesture" value="check">
          {t('check')}
        </Button>
      </p>
      <h2>{t('sectionWhat')}</h2>
      <WhatFields {...fields} />
      <h2>{t('sectionNeeds')}</h2>
      <TakesFields {...fields} />
      {activity?.status !== 'retired' && (
        <Choice
          name="status"
          label={t('status')}
          hint={t('statusHint')}
          value={typedText(typed, 'status') || 'ready'}
          options={(['draft', 'ready'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      )}
      <Button wide>{t('save')}</Button>
    </Form>
  )
}

const Facts = ({ lang, activity }: { lang: Language; activity: Activity }) => {
  const t = words(lang)
  const facts: [string, string[]][] = [
    [t('needs'), activity.needs.map((need) => t(`need.${need}`))],
    [t('skills'), activity.skills.map((skill) => t(`skill.${skill}`))],
    [t('hostSkills'), activity.hostSkills.map((skill) => t(`skill.${skill}`))],
    [t('equipment'), activity.equipment.map((kind) => t(`equipment.${kind}`))],
    [t('languages'), activity.languages.map((code) => t(`language.${code}`))],
    [t('preparation'), [String(activity.preparation)]],
    [t('tidy'), [String(activity.tidy)]],
  ]
  const { minutes, capacity, hosts } = activity
  return (
    <section class="stack" aria-labelledby="takes">
      <h2 id="takes">{t('sectionNeeds')}</h2>
      <p>{t('facts', { minutes, capacity, hosts })}</p>
      <dl>
        {facts
          .filter(([, values]) => values.length > 0)
          .map(([label, values]) => (
            <div key={label}>
              <dt>
                <b>{label}</b>
              </dt>
              <dd>{values.join(' · ')}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

const Retiring = ({ lang, activity }: { lang: Language; activity: Activity }) => {
  const t = words(lang)
  const isRetired = activity.status === 'retired'
  return (
    <Form action={`/plan/activities/${activity.id}/status`} title={t('retireTitle')} class="">
      <input type="hidden" name="revision" value={activity.revision} />
      <input type="hidden" name="status" value={isRetired ? 'ready' : 'retired'} />
      {!isRetired && <p>{t('retireLead')}</p>}
      <Button alt>{t(isRetired ? 'bringBack' : 'retire')}</Button>
    </Form>
  )
}
