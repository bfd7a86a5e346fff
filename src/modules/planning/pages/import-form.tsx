import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, Select } from '#ui/form.tsx'
import { importFields } from '../domain/import-row.ts'
import { type Word, words } from '../import-words.ts'

type FormProps = {
  readonly lang: Language
  readonly error: Word | null
  readonly activities: readonly { title: string }[]
  readonly places: readonly { name: string; city: string }[]
  readonly typed: { readonly activity: string; readonly place: string }
}

/** A file to choose, what its rows are when they do not say, and what the columns mean. */
export const ImportForm = ({ lang, error, activities, places, typed }: FormProps) => {
  const t = words(lang)
  return (
    <>
      <p>
        <a href="/plan">{t('back')}</a>
      </p>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <ErrorSummary lang={lang} errors={error ? [{ field: 'file', message: t(error) }] : []} />
      <form class="join stack" method="post" action="/plan/imports" encType="multipart/form-data">
        <div class="field">
          <label for="file">{t('file')}</label>
          <span class="hint" id="file-h">
            {t('fileHint')}
          </span>
          <input
            type="file"
            id="file"
            name="file"
            accept=".csv,.xlsx,.ics,text/csv,text/calendar"
            aria-describedby={error ? 'file-e file-h' : 'file-h'}
            aria-invalid={error ? 'true' : undefined}
          />
          {error && (
            <span class="bad" id="file-e">
              {t(error)}
            </span>
          )}
        </div>
        <Select
          name="place"
          label={t('usualPlace')}
          value={typed.place}
          options={[
            { value: '', label: t('none') },
            ...places.map(({ name, city }) => ({
              value: `${name}, ${city}`,
              label: `${name}, ${city}`,
              lang: 'fr',
            })),
          ]}
        />
        <Select
          name="activity"
          label={t('usualActivity')}
          value={typed.activity}
          options={[
            { value: '', label: t('noneActivity') },
            ...activities.map(({ title }) => ({ value: title, label: title })),
          ]}
        />
        <Button>{t('look')}</Button>
      </form>
      <h2>{t('columns')}</h2>
      <p>
        <LinkButton href="/plan/import/modele.csv" alt download>
          {t('template')}
        </LinkButton>
      </p>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {importFields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`column.${field}`)}</th>
              <td>{t(`means.${field}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('calendarTitle')}</h2>
      <p>{t('calendarNote')}</p>
    </>
  )
}
