import { skills } from '#modules/team/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { type Language, languageCodes } from '#platform/i18n/index.ts'
import { columnKey } from '#platform/sheet/index.ts'
import { type Format, type Theme, words as uiWords } from '#ui/words.ts'
import { freshActivity, typedOf } from './activity-form.ts'
import { type Word, words } from './activity-words.ts'
import { type Activity, activityStatuses, equipmentKinds, needCodes } from './domain/activity.ts'
import { audiences, formats, levels, themes } from './domain/vocabulary.ts'

/** The columns of the spreadsheet of activities, in their order: fields of the form, after what names the row. */
const sheetFields = [
  'id',
  'fr-title',
  'fr-summary',
  'fr-description',
  'fr-bring',
  'theme',
  'format',
  'level',
  'audience',
  'needs',
  'skills',
  'languages',
  'minutes',
  'capacity',
  'hosts',
  'hostSkills',
  'equipment',
  'preparation',
  'tidy',
  'status',
  'en-title',
  'en-summary',
  'en-description',
  'en-bring',
  'ar-title',
  'ar-summary',
  'ar-description',
  'ar-bring',
] as const
type SheetField = (typeof sheetFields)[number]

/** Fields that are chosen in a list: their codes, and the word of each. */
const choices = {
  theme: [themes, 'ui'],
  format: [formats, 'ui'],
  level: [levels, 'level'],
  audience: [audiences, 'audience'],
  needs: [needCodes, 'need'],
  skills: [skills, 'skill'],
  languages: [['fr', 'en', 'ar'], 'language'],
  hostSkills: [skills, 'skill'],
  equipment: [equipmentKinds, 'equipment'],
  status: [activityStatuses, 'status'],
} as const satisfies Partial<Record<SheetField, readonly [readonly string[], string]>>
type ChosenField = keyof typeof choices
const isChosen = (field: string): field is ChosenField => field in choices

const labelOf = (lang: Language, field: ChosenField, code: string) =>
  field === 'theme' || field === 'format'
    ? uiWords(lang)(code as Theme | Format)
    : words(lang)(`${choices[field][1]}.${code}` as Word)

/** The headings of a language. */
export const headingsIn = (lang: Language): string[] =>
  sheetFields.map((field) => words(lang)(`column.${field}`))

/** One activity as a row under these headings. Several answers in one cell are parted by « | ». */
export function rowOf(lang: Language, activity: Activity): string[] {
  const typed = { ...typedOf(activity), id: activity.importedKey ?? activity.slug }
  return sheetFields.map((field) => {
    const values = [(typed as Typed)[field] ?? ''].flat()
    return values.map((value) => (isChosen(field) && value ? labelOf(lang, field, value) : value)).join(' | ')
  })
}

/** Headings and names of fields, as keys of columns, in any of our languages. */
const fieldOfColumn = new Map<string, SheetField>(
  sheetFields.flatMap((field) => [
    [columnKey(field), field] as const,
    ...languageCodes.map((lang) => [columnKey(words(lang)(`column.${field}`)), field] as const),
  ]),
)

const codesOf = new Map<ChosenField, Map<string, string>>(
  (Object.keys(choices) as ChosenField[]).map((field) => [
    field,
    new Map(
      choices[field][0].flatMap((code) => [
        [columnKey(code), code] as const,
        ...languageCodes.map((lang) => [columnKey(labelOf(lang, field, code)), code] as const),
      ]),
    ),
  ]),
)

/** Columns of a spreadsheet no activity can do without. */
export const lacksColumns = (columns: readonly string[]): boolean => {
  const fields = new Set(columns.map((column) => fieldOfColumn.get(column)))
  return !(['fr-title', 'fr-summary', 'fr-description'] as const).every((field) => fields.has(field))
}

/** A row read: what the form would have been given, and the answers that are in no list. */
export interface ReadRow {
  /** How the spreadsheet calls it; its French title otherwise. */
  key: string
  typed: Typed
  unknown: { field: ChosenField; value: string }[]
}

/** Reads a row, in words or in codes, in any of our languages; an empty cell is what a new activity starts from. */
export function readRow(cells: Readonly<Record<string, string>>): ReadRow {
  const typed: Typed = { ...freshActivity, theme: '', format: '', status: '' }
  const unknown: ReadRow['unknown'] = []
  let id = ''
  for (const [column, cell] of Object.entries(cells)) {
    const field = fieldOfColumn.get(column)
    if (!field || cell === '') continue
    if (field === 'id') id = cell
    else if (isChosen(field)) typed[field] = chosenIn(field, cell, unknown)
    else typed[field] = cell
  }
  return { key: (id || columnKey(String(typed['fr-title'] ?? ''))).slice(0, 120), typed, unknown }
}

/** The codes a cell names; a sentence may hold a comma, so that a cell is parted at commas only when it must be. */
function chosenIn(field: ChosenField, cell: string, unknown: ReadRow['unknown']): string[] | string {
  const codes = codesOf.get(field)
  const codeOf = (value: string) => codes?.get(columnKey(value))
  const pieces = cell
    .split('|')
    .flatMap((piece) => (codeOf(piece) ? [piece] : piece.split(/[,;،؛\n]/)))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const found: string[] = []
  for (const piece of pieces) {
    const code = codeOf(piece)
    if (code) found.push(code)
    else unknown.push({ field, value: piece.slice(0, 80) })
  }
  return ['needs', 'skills', 'languages', 'hostSkills', 'equipment'].includes(field)
    ? found
    : (found[0] ?? '')
}
