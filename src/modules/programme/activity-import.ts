import { record } from '#modules/access/index.ts'
import { check, type FieldErrors } from '#platform/http/form.ts'
import type { Sheet } from '#platform/sheet/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { centreOf, slugBase } from './activity-create.ts'
import { activityForm, contentOf, typedOf } from './activity-form.ts'
import { lacksColumns, type ReadRow, readRow } from './activity-sheet.ts'
import type { Word } from './activity-words.ts'
import { insertActivity, readActivities, updateActivity } from './db/activity.ts'
import type { Activity, ActivityContent, ActivityStatus } from './domain/activity.ts'

/** What is wrong with a row, in a word of the catalogue; `value` when it is about one answer. */
export interface RowError {
  word: Word
  value?: string
}

/** What a row of a spreadsheet will do. */
export type PlannedRow = { line: number; title: string } & (
  | { outcome: 'wrong'; errors: RowError[] }
  | { outcome: 'same' }
  | { outcome: 'new'; key: string; content: ActivityContent; status: ActivityStatus }
  | { outcome: 'changed'; existing: Activity; content: ActivityContent; status: ActivityStatus | null }
)

export type ImportRefusal = { refusal: 'columns-missing' }

/**
 * Says what each row would do, and writes nothing. A row is known by its reference, or else by its title: the same
 * spreadsheet twice finds everything there, the same.
 */
export async function planImport(
  work: Work<'programme'>,
  sheet: Sheet,
): Promise<Result<PlannedRow[], ImportRefusal>> {
  if (lacksColumns(sheet.columns)) return refuse({ refusal: 'columns-missing' })
  const centre = centreOf(work)
  const all = await readActivities(work, centre, {})
  const own = all.filter(({ centreId }) => centreId === centre)
  const known = new Map([
    ...own.map((activity) => [activity.slug, activity] as const),
    ...own.flatMap((activity) => (activity.importedKey ? [[activity.importedKey, activity] as const] : [])),
  ])
  // A row that is an activity of the network, unchanged, is no activity of the centre.
  const ofNetwork = new Map(all.filter(({ centreId }) => centreId === null).map((one) => [one.slug, one]))
  const seen = new Set<string>()
  return done(
    sheet.rows.map(({ line, cells }): PlannedRow => {
      const row = readRow(cells)
      const title = String(row.typed['fr-title'] ?? '')
      const isTwice = seen.has(row.key)
      seen.add(row.key)
      const form = check(activityForm, row.typed)
      const errors: RowError[] = [
        ...(isTwice ? [{ word: 'row-twice' as const }] : []),
        ...row.unknown.map(({ value }) => ({ word: 'word-unknown' as const, value })),
        ...(form.ok ? [] : wordsOf(form.errors, row)),
      ]
      if (!form.ok || errors.length > 0) return { line, title, outcome: 'wrong', errors }
      const content = contentOf(form.value)
      const existing = known.get(row.key)
      const saidStatus = row.typed.status === '' ? null : form.value.status
      const status = row.typed.status === 'retired' ? null : saidStatus
      if (existing) {
        const isSame = sameContent(existing, content) && (status === null || status === existing.status)
        return isSame
          ? { line, title, outcome: 'same' }
          : { line, title, outcome: 'changed', existing, content, status }
      }
      const original = ofNetwork.get(row.key)
      if (original && sameContent(original, content)) return { line, title, outcome: 'same' }
      return { line, title, outcome: 'new', key: row.key, content, status: status ?? 'ready' }
    }),
  )
}

/** What the form refuses, once each; an answer that is in no list has been said already. */
const wordsOf = (errors: FieldErrors, { unknown }: ReadRow): RowError[] =>
  [
    ...new Set(
      Object.entries(errors)
        .filter(([field]) => !unknown.some((one) => one.field === field))
        .map(([, word]) => word as Word),
    ),
  ].map((word) => ({ word }))

/** Writes every good row of a spreadsheet into the asker’s catalogue; how many were new and changed. */
export async function importActivities(
  work: Work<'programme' | 'access'>,
  sheet: Sheet,
): Promise<Result<{ added: number; changed: number }, ImportRefusal>> {
  const planned = await planImport(work, sheet)
  if (!planned.ok) return planned
  const centreId = centreOf(work)
  let [added, changed] = [0, 0]
  for (const row of planned.value) {
    if (row.outcome === 'new') {
      const { key: importedKey, content, status } = row
      await insertActivity(work, slugBase(content), { centreId, status, importedKey, content })
      added++
    }
    if (row.outcome === 'changed') {
      const { existing, content, status } = row
      await updateActivity(work, existing.id, existing.revision, { content, ...(status && { status }) })
      changed++
    }
  }
  if (added + changed > 0) await record(work, 'activities.imported', `activities:${added + changed}`)
  return done({ added, changed })
}

/** Whether two contents say the same, once both are as the form would give them. */
function sameContent(existing: Activity, content: ActivityContent): boolean {
  const form = check(activityForm, typedOf(existing))
  return form.ok && JSON.stringify(contentOf(form.value)) === JSON.stringify(content)
}
