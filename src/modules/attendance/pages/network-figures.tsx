import { type Language, sayCount } from '#platform/i18n/index.ts'
import type { CentreFigures } from '../db/figures.ts'
import { words } from '../words.ts'

/** What the network manager sees instead of people: each centre in figures. */
export const NetworkFigures = ({
  lang,
  centres,
}: {
  readonly lang: Language
  readonly centres: readonly CentreFigures[]
}) => {
  const t = words(lang)
  const number = (count: number) => sayCount(lang, count)
  return (
    <>
      <h1>{t('figuresTitle')}</h1>
      <p class="lead">{t('figuresLead')}</p>
      <table class="data">
        <thead>
          <tr>
            {(['centre', 'sessions', 'seats', 'waitingPeople', 'came'] as const).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {centres.map((row) => (
            <tr key={row.centre}>
              <th scope="row">{row.centre}</th>
              <td>{number(row.sessions)}</td>
              <td>{t('taken', { taken: number(row.taken), capacity: number(row.capacity) })}</td>
              <td>{number(row.waiting)}</td>
              <td>{number(row.came)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
