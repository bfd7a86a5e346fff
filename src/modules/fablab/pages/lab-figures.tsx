import { type Language, languages, sayCount } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import type { LabFigures } from '../db/lab-figures.ts'
import type { MadeWith } from '../domain/figures.ts'
import { type Induction, machineKinds } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'
import { words } from '../words.ts'
import { FiguresTable } from './figures-table.tsx'
import { titleOf } from './lab-inductions.tsx'
import { sayAmount } from './lab-stock.tsx'

type Props = {
  readonly lang: Language
  readonly figures: LabFigures
  readonly inductions: readonly Induction[]
  readonly made: readonly MadeWith[]
}

/** « 2,5 », hours to the half. */
export const sayHoursOf = (lang: Language, minutes: number) => sayCount(lang, Math.round(minutes / 30) / 2)

/** « novembre 2026 », from the first day of a month. */
const sayMonth = (lang: Language, day: string) =>
  new Intl.DateTimeFormat(languages[lang].locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Temporal.PlainDate.from(`${day.slice(0, 7)}-01`)
      .toZonedDateTime('UTC')
      .toInstant(),
  )

/** « Découpe laser, novembre 2026 ». */
const kindAndMonth = (lang: Language, { kind, month }: LabFigures['hours'][number]) =>
  words(lang)('kindAndMonth', { kind: words(lang)(`kind.${kind}`), month: sayMonth(lang, month) })

/** « Découpe laser », or with any machine of the lab. */
export const sayMadeWith = (lang: Language, kind: MadeWith['kind']) => {
  const known = machineKinds.find((one) => one === kind)
  return known ? words(lang)(`kind.${known}`) : labWords(lang)('fi.anyMachine')
}

/** A count, or « fewer than 11 » when it is not said. */
export const sayFew = (lang: Language, count: number | null) =>
  count === null ? labWords(lang)('fi.fewer') : sayCount(lang, count)

/** What the lab did in a year, without a name. */
export const LabFiguresPage = ({ lang, figures, inductions, made }: Props) => {
  const t = labWords(lang)
  const { hours, people, materials } = figures
  const isEmpty =
    hours.length + people.length + materials.length + figures.inductions.length + made.length === 0
  const groups = hours.filter((row) => row.groups > 0)
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
        <FiguresTable
          lang={lang}
          caption="fi.byKind"
          heads={['fi.kind', 'fi.hours', 'fi.bookings', 'fi.absences']}
          rows={hours.map((row) => [
            kindAndMonth(lang, row),
            sayHoursOf(lang, row.minutes),
            sayCount(lang, row.bookings),
            sayCount(lang, row.absences),
          ])}
        />
      )}
      {groups.length > 0 && (
        <FiguresTable
          lang={lang}
          caption="fi.groups"
          heads={['fi.kind', 'fi.groups', 'fi.groupPeople']}
          rows={groups.map((row) => [
            kindAndMonth(lang, row),
            sayCount(lang, row.groups),
            sayCount(lang, row.groupPeople),
          ])}
        />
      )}
      {people.length > 0 && (
        <FiguresTable
          lang={lang}
          caption="fi.byMonth"
          heads={['fi.month', 'fi.people', 'fi.open']}
          rows={people.map((row) => [
            sayMonth(lang, row.month),
            row.makers === null ? '–' : sayCount(lang, row.makers),
            sayCount(lang, row.came),
          ])}
        />
      )}
      {figures.inductions.length > 0 && (
        <FiguresTable
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
        <FiguresTable
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
      {made.length > 0 && (
        <>
          <FiguresTable
            lang={lang}
            caption="fi.made"
            heads={['fi.kind', 'fi.value']}
            rows={made.map(({ kind, count }) => [sayMadeWith(lang, kind), sayFew(lang, count)])}
          />
          <p>
            <a href="/projects/figures">{t('fi.allMade')}</a>
          </p>
        </>
      )}
    </>
  )
}
