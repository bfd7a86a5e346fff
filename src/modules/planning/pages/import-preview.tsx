import { type Language, languages, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import type { ImportChoices, PlannedRow } from '../domain/import-target.ts'
import { words } from '../import-words.ts'

type Written = Extract<PlannedRow, { outcome: 'new' | 'changed' }>
type Refused = Extract<PlannedRow, { outcome: 'refused' }>

type PreviewProps = {
  readonly lang: Language
  readonly id: number
  readonly planned: readonly PlannedRow[]
  readonly choices: ImportChoices
  /** What was done, once it was. */
  readonly done: { readonly added: number; readonly changed: number } | null
  /** Somebody took a room between looking and writing. */
  readonly clash: boolean
  readonly now: Temporal.Instant
}

/** More rows than this are counted and not shown: nobody reads them, and all are written. */
const shown = 400

/** What each row would do, the wrong ones first with their reasons; then the one button that writes. */
export const ImportPreview = (props: PreviewProps) => {
  const { lang, id, planned, done, clash } = props
  const t = words(lang)
  const isOf = <O extends PlannedRow['outcome']>(outcome: O) =>
    planned.filter((row): row is Extract<PlannedRow, { outcome: O }> => row.outcome === outcome)
  const refused = isOf('refused')
  const writes = planned.filter((row): row is Written => row.outcome === 'new' || row.outcome === 'changed')
  const counts = {
    fresh: isOf('new').length,
    changed: isOf('changed').length,
    same: isOf('same').length,
    refused: refused.length,
  }
  if (done) return <Done {...props} done={done} refused={refused} />
  return (
    <>
      <p>
        <a href="/plan/import">{t('another')}</a>
      </p>
      <h1>{t('preview')}</h1>
      {clash && (
        <Note kind="no" role="alert">
          <p>{t('clash')}</p>
        </Note>
      )}
      <p class="lead">{t('summary', counts)}</p>
      <RefusedRows lang={lang} id={id} rows={refused} />
      {writes.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <form class="stack" method="post" action={`/plan/imports/${id}/confirmation`}>
          <p>
            {t('asDrafts')} {counts.changed > 0 && t('movesTell')}
          </p>
          <WriteRows {...props} rows={writes} />
          <Button>{t('confirm', { count: writes.length })}</Button>
        </form>
      )}
      {counts.same > 0 && <p>{t('sameTitle', { count: counts.same })}</p>}
    </>
  )
}

const Done = ({
  lang,
  id,
  done,
  refused,
}: Pick<PreviewProps, 'lang' | 'id'> & {
  done: NonNullable<PreviewProps['done']>
  refused: readonly Refused[]
}) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('title')}</h1>
      <Note kind="good" role="status">
        <p>{t('done', done)}</p>
      </Note>
      <p class="row">
        <LinkButton href="/plan">{t('toPlan')}</LinkButton>
        <LinkButton href="/plan/import" alt>
          {t('another')}
        </LinkButton>
      </p>
      <RefusedRows lang={lang} id={id} rows={refused} />
    </>
  )
}

const RefusedRows = ({
  lang,
  id,
  rows,
}: Pick<PreviewProps, 'lang' | 'id'> & { rows: readonly Refused[] }) => {
  const t = words(lang)
  return rows.length === 0 ? null : (
    <section class="stack">
      <h2>{t('refusedTitle', { count: rows.length })}</h2>
      <p>{t('refusedHelp')}</p>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col">{t('session')}</th>
            <th scope="col">{t('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ row, problems }) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <th scope="row">
                <bdi>{row.cells.activity ?? '–'}</bdi>
              </th>
              <td class="bad">
                <ul>
                  {problems.map(({ word, value }) => (
                    <li key={word}>
                      {t(word, value === undefined ? undefined : { value: isolated(lang, value) })}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <LinkButton href={`/plan/imports/${id}/refused.csv`} alt download>
          {t('refusedFile')}
        </LinkButton>
      </p>
    </section>
  )
}

// In a sentence from right to left, what was typed keeps its own direction (Unicode, UAX 9: FSI … PDI).
const isolated = (lang: Language, value: string) =>
  languages[lang].dir === 'rtl' ? `\u2068${value}\u2069` : value

const WriteRows = ({ lang, rows, choices, now }: PreviewProps & { rows: readonly Written[] }) => {
  const t = words(lang)
  return (
    <>
      <table class="data">
        <caption>{t('writeTitle', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col">{t('session')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('where')}</th>
            <th scope="col">{t('does')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((planned) => (
            <tr key={planned.row.line}>
              <td>
                <label>
                  <input
                    type="checkbox"
                    name="line"
                    value={planned.row.line}
                    checked
                    aria-label={t('take', { line: planned.row.line })}
                  />{' '}
                  {planned.row.line}
                </label>
              </td>
              <th scope="row">
                <bdi>{planned.row.cells.activity}</bdi>
              </th>
              <td>{sayMoment(lang, planned.target.start, now)}</td>
              <td>
                <bdi lang="fr">{whereOf(planned, choices)}</bdi>
              </td>
              <td>{whatOf(lang, planned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.slice(shown).map(({ row }) => (
        <input key={row.line} type="hidden" name="line" value={row.line} />
      ))}
      {rows.length > shown && <p>{t('more', { count: shown })}</p>}
    </>
  )
}

const whereOf = ({ target }: Written, { places, spaces }: ImportChoices): string =>
  [places.find(({ id }) => id === target.placeId)?.name, spaces.find(({ id }) => id === target.spaceId)?.name]
    .filter(Boolean)
    .join(' · ')

function whatOf(lang: Language, planned: Written): string {
  const t = words(lang)
  if (planned.outcome === 'new') return t('new')
  const what = new Intl.ListFormat(lang).format(planned.changes.map((change) => t(`change.${change}`)))
  const changed = t('changed', { what })
  return planned.existing.status === 'published' ? `${changed} (${t('isPublished')})` : changed
}
