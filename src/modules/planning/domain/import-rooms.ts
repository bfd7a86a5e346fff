import type { ImportWorld, PlannedRow, Target } from './import-target.ts'

const { compare } = Temporal.Instant

interface Time {
  from: Temporal.Instant
  to: Temporal.Instant
}

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
  const taken = new Map<number, Time[]>()
  const timeOf = ({ activityId, start, end }: Target): Time => {
    const activity = choices.activities.find(({ id }) => id === activityId)
    return {
      from: start.subtract({ minutes: activity?.preparationMinutes ?? 0 }).toInstant(),
      to: end.add({ minutes: activity?.tidyMinutes ?? 0 }).toInstant(),
    }
  }
  const take = (spaceId: number, time: Time) => taken.set(spaceId, [...(taken.get(spaceId) ?? []), time])
  // What is there already, and the same, keeps its room whatever comes before it in the file.
  for (const row of rows)
    if (row.outcome === 'same' && row.target.spaceId !== null) take(row.target.spaceId, timeOf(row.target))
  return rows.map((row) => {
    if (row.outcome !== 'new' && row.outcome !== 'changed') return row
    const { spaceId } = row.target
    if (spaceId === null) return row
    const time = timeOf(row.target)
    const meets = (taken.get(spaceId) ?? []).some(
      (other) => compare(other.from, time.to) < 0 && compare(time.from, other.to) < 0,
    )
    const stays = row.outcome === 'changed' && !leaving.has(row.existing.id)
    if (stays || meets || isHeld(spaceId, time.from, time.to, leaving))
      return { row: row.row, key: row.key, outcome: 'refused', problems: [{ word: 'space-held' }] }
    take(spaceId, time)
    return row
  })
}
