import { type Language, sayCount } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import type { LabFigures } from '../db/lab-figures.ts'
import type { Induction } from '../domain/vocabulary.ts'
import { type LabWord, labWords } from '../lab-words.ts'
import { words } from '../words.ts'
import { titleOf } from './lab-inductions.tsx'
import { sayAmount } from './lab-stock.tsx'

type Props = {
  readonly lang: Language
  readonly figures: LabFigures
  readonly inductions: readonly Induction[]
}

/** Below this number of people a figure that leaves the centre says « fewer than 11 ». */
export const fewest = 11

/** « 2,5 », hours to the half. */
const sayHoursOf = (lang: Language, minutes: number) => sayCount(lang, Math.round(minutes / 30) / 2)

/** What the lab did in a year, without a name. */
export const LabFiguresPage = ({ lang, figures, inductions }: Props) => {
  const t = labWords(lang)
  const { hours, people, materials } = figures
  const isEmpty = hours.length + people.length + materials.length + figures.inductions.length === 0
  const month = (text: string) => text.slice(0, 7)
  return (
    <>
      <div class="split">
        <h1>{t('fi.title')}</h1>
        <LinkButton alt href="/fablab/figures.csv" download>
          {t('fi.csv')}
        </LinkButton>
      </div>
      <p class="lead">{t('fi.lead')}</p>
      {isEmpty && <p>{t('fi.none')}</p>}
      {hours.length > 0 && (
        <Table
          lang={lang}
          caption="fi.byKind"
          heads={['fi.kind', 'fi.hours', 'fi.bookings', 'fi.absences', 'fi.groups']}
          rows={hours.map((row) => [
            `${words(lang)(`kind.${row.kind}`)}, ${month(row.month)}`,
            sayHoursOf(lang, row.minutes),
            sayCount(lang, row.bookings),
            sayCount(lang, row.absences),
            row.groups === 0 ? '0' : `${sayCount(lang, row.groups)} (${sayCount(lang, row.groupPeople)})`,
          ])}
        />
      )}
      {people.length > 0 && (
        <Table
          lang={lang}
          caption="fi.byMonth"
          heads={['fi.month', 'fi.people', 'fi.open']}
          rows={people.map((row) => [
            month(row.month),
            row.makers === null ? '–' : sayCount(lang, row.makers),
            sayCount(lang, row.came),
          ])}
        />
      )}
      {figures.inductions.length > 0 && (
        <Table
          lang={lang}
          caption="fi.inductions"
          heads={['fi.what', 'fi.value']}
          rows={figures.inductions.map(({ induction, given }) => [
            titleOf(
              lang,
              inductions.find(({ id }) => id === induction),
            ),
            sayCount(lang, given),
          ])}
        />
      )}
      {materials.length > 0 && (
        <Table
          lang={lang}
          caption="fi.materials"
          heads={['fi.material', 'fi.used', 'fi.lost']}
          rows={materials.map(({ name, unit, used, lost }) => [
            name,
            sayAmount(lang, unit, used),
            sayAmount(lang, unit, lost),
          ])}
        />
      )}
    </>
  )
}

type TableProps = {
  readonly lang: Language
  readonly caption: LabWord
  readonly heads: readonly LabWord[]
  readonly rows: readonly (readonly string[])[]
}

const Table = ({ lang, caption, heads, rows }: TableProps) => {
  const t = labWords(lang)
  return (
    <table class="data">
      <caption>{t(caption)}</caption>
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
        {rows.map((cells) => (
          <tr key={cells.join()}>
            {cells.map((cell, i) => (
              <td key={heads[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same figures as rows of a spreadsheet; what leaves the centre counts no fewer than 11 people. */
export function figuresSheet({ lang, figures, inductions }: Props): { columns: string[]; rows: string[][] } {
  const t = labWords(lang)
  const guarded = (count: number | null) =>
    count === null || (count > 0 && count < fewest) ? t('fi.fewer') : String(count)
  const month = (text: string) => text.slice(0, 7)
  const hours = figures.hours.flatMap((row) => {
    const line = (what: LabWord, value: string) => [
      month(row.month),
      words(lang)(`kind.${row.kind}`),
      t(what),
      value,
    ]
    return [
      line('fi.hours', String(row.minutes / 60)),
      line('fi.bookings', String(row.bookings)),
      line('fi.absences', String(row.absences)),
      line('fi.groups', String(row.groups)),
      line('fi.groupPeople', guarded(row.groupPeople)),
    ]
  })
  const people = figures.people.flatMap((row) => [
    [month(row.month), '', t('fi.people'), guarded(row.makers)],
    [month(row.month), '', t('fi.open'), guarded(row.came)],
  ])
  const given = figures.inductions.map(({ induction, given: count }) => [
    '',
    titleOf(
      lang,
      inductions.find(({ id }) => id === induction),
    ),
    t('fi.inductions'),
    guarded(count),
  ])
  const materials = figures.materials.flatMap(({ name, unit, used, lost }) => [
    ['', `${name} (${t(`st.unitName.${unit}`)})`, t('fi.used'), String(used)],
    ['', `${name} (${t(`st.unitName.${unit}`)})`, t('fi.lost'), String(lost)],
  ])
  return {
    columns: [t('fi.month'), t('fi.kind'), t('fi.what'), t('fi.value')],
    rows: [...hours, ...people, ...given, ...materials],
  }
}
