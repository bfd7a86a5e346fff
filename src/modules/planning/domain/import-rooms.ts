import type { ImportWorld, PlannedRow } from './import-target.ts'

const { compare } = Temporal.Instant

/** Refuses what would take a room already held, by what is planned or by an earlier row of the file. */
export function withoutClashes(rows: readonly PlannedRow[], world: ImportWorld): PlannedRow[] {
  const moving = (planned: readonly PlannedRow[]) =>
    new Set(planned.flatMap((row) => (row.outcome === 'changed' ? [row.existing.id] : [])))
  let leaving = moving(rows)
  for (;;) {
    const planned = refuseHeld(rows, leaving, world)
    const stillLeaving = moving(planned)
    // A session that cannot move keeps its room: what counted on it is looked at again.
    if (stillLeaving.size === leaving.size) return planned
    leaving = stillLeaving
  }
}

function refuseHeld(
  rows: readonly PlannedRow[],
  leaving: ReadonlySet<number>,
  { choices, isHeld }: ImportWorld,
): PlannedRow[] {
  const taken = new Map<number, { from: Temporal.Instant; to: Temporal.Instant }[]>()
  return rows.map((row) => {
    if (row.outcome !== 'new' && row.outcome !== 'changed') return row
    const { spaceId, activityId, start, end } = row.target
    if (spaceId === null) return row
    const activity = choices.activities.find(({ id }) => id === activityId)
    const from = start.subtract({ minutes: activity?.preparationMinutes ?? 0 }).toInstant()
    const to = end.add({ minutes: activity?.tidyMinutes ?? 0 }).toInstant()
    const here = taken.get(spaceId) ?? []
    const meets = here.some((other) => compare(other.from, to) < 0 && compare(from, other.to) < 0)
    const stays = row.outcome === 'changed' && !leaving.has(row.existing.id)
    if (stays || meets || isHeld(spaceId, from, to, leaving))
      return { row: row.row, key: row.key, outcome: 'refused', problems: [{ word: 'space-held' }] }
    taken.set(spaceId, [...here, { from, to }])
    return row
  })
}
