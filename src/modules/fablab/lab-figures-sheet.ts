import type { Language } from '#platform/i18n/index.ts'
import type { LabFigures } from './db/lab-figures.ts'
import type { Induction } from './domain/vocabulary.ts'
import { type LabWord, labWords } from './lab-words.ts'
import { titleOf } from './pages/lab-inductions.tsx'
import { words } from './words.ts'

/** Below this number of people a figure that leaves the centre says « fewer than 11 ». */
const fewest = 11

/** The same figures as rows of a spreadsheet; what leaves the centre counts no fewer than 11 people. */
export function figuresSheet({
  lang,
  figures,
  inductions,
}: {
  lang: Language
  figures: LabFigures
  inductions: readonly Induction[]
}): { columns: string[]; rows: string[][] } {
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
