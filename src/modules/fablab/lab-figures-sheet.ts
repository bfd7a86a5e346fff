import type { Language } from '#platform/i18n/index.ts'
import type { LabFigures } from './db/lab-figures.ts'
import type { CentreFigures } from './db/network-figures.ts'
import { fewest, type MadeWith, madeAt } from './domain/figures.ts'
import { stockUnits } from './domain/stock.ts'
import type { Induction } from './domain/vocabulary.ts'
import { type LabWord, labWords } from './lab-words.ts'
import { sayMadeWith } from './pages/lab-figures.tsx'
import { titleOf } from './pages/lab-inductions.tsx'
import { words } from './words.ts'

interface Sheet {
  columns: string[]
  rows: string[][]
}

/** The same figures as rows of a spreadsheet; what leaves the centre counts no fewer than 11 people. */
export function figuresSheet({
  lang,
  figures,
  inductions,
  made,
}: {
  lang: Language
  figures: LabFigures
  inductions: readonly Induction[]
  made: readonly MadeWith[]
}): Sheet {
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
  const projects = made.map(({ kind, count }) => [
    '',
    sayMadeWith(lang, kind),
    t('fi.made'),
    count === null ? t('fi.fewer') : String(count),
  ])
  return {
    columns: [t('fi.month'), t('fi.kind'), t('fi.what'), t('fi.value')],
    rows: [...hours, ...people, ...given, ...materials, ...projects],
  }
}

/** All labs as rows of a spreadsheet, one for each centre; the database already left out small numbers of people. */
export function networkSheet({
  lang,
  centres,
  made,
}: {
  lang: Language
  centres: readonly CentreFigures[]
  made: readonly MadeWith[]
}): Sheet {
  const t = labWords(lang)
  const said = (count: number | null) => (count === null ? t('fi.fewer') : String(count))
  return {
    columns: [
      ...(
        [
          'fi.centre',
          'fi.hours',
          'fi.bookings',
          'fi.absences',
          'fi.peak',
          'fi.groupPeople',
          'fi.open',
          'fi.inductions',
        ] as const
      ).map((word) => t(word)),
      ...stockUnits.map((unit) => `${t('fi.materials')} (${t(`st.unitName.${unit}`)})`),
      t('fi.made'),
    ],
    rows: centres.map((row) => [
      row.name,
      String(row.minutes / 60),
      String(row.bookings),
      String(row.absences),
      said(row.makers),
      said(row.groupPeople),
      said(row.came),
      said(row.given),
      ...stockUnits.map((unit) => String(row.used[unit] ?? 0)),
      said(madeAt(made, row.centre)),
    ]),
  }
}
