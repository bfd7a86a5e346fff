import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { PlannedRow } from '../activity-import.ts'
import { type Word, words } from '../activity-words.ts'

type ImportProps = {
  readonly lang: Language
  readonly error?: Word | undefined
  /** What each row would do, once a file was read. */
  readonly rows?: readonly PlannedRow[] | undefined
  /** The spreadsheet that was read, carried to the next step. */
  readonly sheet?: string | undefined
}

/** A file to choose; then every row with what it will do, and the one button that writes. */
export const ActivityImport = ({ lang, error, rows, sheet }: ImportProps) => {
  const t = words(lang)
  return (
    <>
      <p>
        <a href="/plan/activities">{t('back')}</a>
      </p>
      <h1>{t('importTitle')}</h1>
      <p class="lead">{t('importLead')}</p>
      <ErrorSummary lang={lang} errors={error ? [{ field: 'file', message: t(error) }] : []} />
      {rows && <Rows lang={lang} rows={rows} sheet={sheet ?? ''} />}
      <form class="join stack" method="post" action="/plan/activities/import" encType="multipart/form-data">
        <p>
          {t('importModel')} <a href="/plan/activities.csv">{t('export')}</a>
        </p>
        <div class="field">
          <label for="file">{t('file')}</label>
          <span class="hint" id="file-h">
            {t('fileHint')}
          </span>
          <input
            type="file"
            id="file"
            name="file"
            accept=".csv,.xlsx,text/csv"
            aria-describedby={error ? 'file-e file-h' : 'file-h'}
            aria-invalid={error ? 'true' : undefined}
          />
          {error && (
            <span class="bad" id="file-e">
              {t(error)}
            </span>
          )}
        </div>
        <Button alt={!!rows}>{t('look')}</Button>
      </form>
    </>
  )
}

const Rows = ({ lang, rows, sheet }: { lang: Language; rows: readonly PlannedRow[]; sheet: string }) => {
  const t = words(lang)
  const count = (outcome: PlannedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  const toWrite = count('new') + count('changed')
  return (
    <>
      {count('wrong') > 0 && (
        <Note kind="no" role="status">
          <p>{t('importWrong', { count: count('wrong') })}</p>
        </Note>
      )}
      <table class="data">
        <caption>{t('importCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col">{t('title')}</th>
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <th scope="row">
                <bdi>{row.title}</bdi>
              </th>
              <td class={row.outcome === 'wrong' ? 'bad' : undefined}>
                {t(`outcome.${row.outcome}`)}
                {row.outcome === 'wrong' && (
                  <ul>
                    {row.errors.map(({ word, value }) => (
                      <li key={`${word}${value}`}>{t(word, value === undefined ? undefined : { value })}</li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {toWrite === 0 ? (
        <p>{t('importNothing')}</p>
      ) : (
        <form method="post" action="/plan/activities/imports" encType="multipart/form-data">
          <input type="hidden" name="sheet" value={sheet} />
          <Button>{t('importSome', { count: toWrite })}</Button>
        </form>
      )}
    </>
  )
}
