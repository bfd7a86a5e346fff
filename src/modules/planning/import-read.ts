import { season } from '#modules/programme/index.ts'
import { columnKey } from '#platform/sheet/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readImportChoices, readImported } from './db/import.ts'
import { keyOfRow, planRows } from './domain/import-plan.ts'
import type { ImportRow } from './domain/import-row.ts'
import type { ImportChoices, PlannedRow } from './domain/import-target.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

const keyOf = columnKey
const { compare } = Temporal.Instant

/** What rows would do as the programme is now, and what they may name. */
export async function readPlan(
  work: Work<Schemas>,
  centre: number,
  rows: readonly ImportRow[],
): Promise<{ planned: PlannedRow[]; choices: ImportChoices }> {
  const choices = await readImportChoices(work, centre)
  const imported = await readImported(
    work,
    centre,
    rows.map((row) => keyOfRow(row, keyOf)),
  )
  const free = { choices, imported, now: work.now, keyOf, isHeld: () => false }
  const targets = planRows(rows, free).flatMap((row) =>
    row.outcome === 'new' || row.outcome === 'changed' ? [row.target] : [],
  )
  const held = await readHeld(work, targets)
  const planned = planRows(rows, {
    ...free,
    isHeld: (space, from, to, but) =>
      (held.get(space) ?? []).some(
        (other) =>
          !(other.by.kind === 'session' && but.has(other.by.id)) &&
          compare(other.from, to) < 0 &&
          compare(from, other.to) < 0,
      ),
  })
  return { planned, choices }
}

/** What holds the rooms of these targets around their days, room by room. */
async function readHeld(
  work: Work<Schemas>,
  targets: readonly { spaceId: number | null; start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime }[],
): Promise<Map<number, season.Occupation[]>> {
  const spaces = [...new Set(targets.flatMap(({ spaceId }) => spaceId ?? []))]
  const moments = targets.flatMap(({ start, end }) => [start.toInstant(), end.toInstant()]).sort(compare)
  const [from, to] = [moments[0], moments.at(-1)]
  if (!from || !to) return new Map()
  const occupations = await season.readOccupations(
    work,
    spaces.map((id) => ({ kind: 'space', id })),
    { from, to },
  )
  return Map.groupBy(occupations, ({ id }) => id)
}
