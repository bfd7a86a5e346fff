import { type Language, sayCount } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Wide } from '#ui/wide.tsx'
import type { CentreFigures } from '../db/network-figures.ts'
import { type MadeWith, madeAt } from '../domain/figures.ts'
import { stockUnits } from '../domain/stock.ts'
import { labWords } from '../lab-words.ts'
import { sayFew, sayHoursOf } from './lab-figures.tsx'
import { sayAmount } from './lab-stock.tsx'

type Props = {
  readonly lang: Language
  readonly centres: readonly CentreFigures[]
  readonly made: readonly MadeWith[]
}

const heads = [
  'fi.centre',
  'fi.hours',
  'fi.bookings',
  'fi.peak',
  'fi.groupPeople',
  'fi.open',
  'fi.inductions',
  'fi.materials',
  'fi.made',
] as const

/** All the labs of the network in one table: no name, and no small number of people. */
export const NetworkLabsPage = ({ lang, centres, made }: Props) => {
  const t = labWords(lang)
  return (
    <>
      <div class="split">
        <h1>{t('fi.network')}</h1>
        <LinkButton alt href="/fablab/figures.csv" download>
          {t('fi.csv')}
        </LinkButton>
      </div>
      <p class="lead">{t('fi.networkLead')}</p>
      {centres.length === 0 && <p>{t('fi.noLab')}</p>}
      {centres.length > 0 && (
        <Wide label={t('fi.network')}>
          <table class="data">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {centres.map((row) => (
                <tr key={row.centre}>
                  <th scope="row">
                    <bdi>{row.name}</bdi>
                  </th>
                  <td>{sayHoursOf(lang, row.minutes)}</td>
                  <td>{sayCount(lang, row.bookings)}</td>
                  <td>{sayFew(lang, row.makers)}</td>
                  <td>{sayFew(lang, row.groupPeople)}</td>
                  <td>{sayFew(lang, row.came)}</td>
                  <td>{sayFew(lang, row.given)}</td>
                  <td>{sayUsed(lang, row.used)}</td>
                  <td>{sayFew(lang, madeAt(made, row.centre))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </>
  )
}

/** « 12 feuilles, 3 400 g ». */
const sayUsed = (lang: Language, used: CentreFigures['used']): string => {
  const said = stockUnits.flatMap((unit) => (used[unit] ? [sayAmount(lang, unit, used[unit])] : []))
  return said.length > 0 ? new Intl.ListFormat(lang, { type: 'unit' }).format(said) : sayCount(lang, 0)
}
