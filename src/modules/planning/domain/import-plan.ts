import { withoutClashes } from './import-rooms.ts'
import { type ImportRow, type RowProblem, readRow, type WishedStart } from './import-row.ts'
import type { Change, ImportChoices, Imported, ImportWorld, PlannedRow, Target } from './import-target.ts'

/** Nobody plans further. */
const farthest = { hours: 24 * 366 * 2 }
const { compare } = Temporal.Instant

/**
 * What names a row from one file to the next: its reference, or else all that identifies a date. Without a reference, a row
 * whose day or hour changed is another session.
 */
export function keyOfRow({ cells, from }: ImportRow, keyOf: (text: string) => string): string {
  const { reference, activity = '', place = '', date = '', start = '' } = cells
  if (reference) return `ref:${reference.trim()}`
  const reading = readRow({ line: 0, cells: { date, start } })
  const at =
    from ??
    (reading.ok && reading.wish.start.kind === 'wall' ? wallOf(reading.wish.start) : `${date} ${start}`)
  return `row:${keyOf(activity)}|${keyOf(place)}|${at}`
}

const wallOf = ({ day, hour }: Extract<WishedStart, { kind: 'wall' }>) => day.toPlainDateTime(hour).toString()

/** What each row of a file would do, in order; nothing is written. The same file twice finds everything there, the same. */
export function planRows(rows: readonly ImportRow[], world: ImportWorld): PlannedRow[] {
  const seen = new Set<string>()
  const read = rows.map((row): PlannedRow => {
    const key = keyOfRow(row, world.keyOf)
    const isTwice = seen.has(key)
    seen.add(key)
    return isTwice
      ? { row, key, outcome: 'refused', problems: [{ word: 'row-twice' }] }
      : planRow(row, key, world)
  })
  return withoutClashes(read, world)
}

function planRow(row: ImportRow, key: string, world: ImportWorld): PlannedRow {
  const refuse = (...problems: RowProblem[]): PlannedRow => ({ row, key, outcome: 'refused', problems })
  const existing = world.imported.get(key)
  if (row.cancelled) return refuse({ word: 'cancelled-there' })
  if (existing?.status === 'cancelled') return refuse({ word: 'cancelled-here' })
  const found = find(row, world)
  const reading = readRow(row)
  const problems = [...(Array.isArray(found) ? found : []), ...(reading.ok ? [] : reading.problems)]
  if (Array.isArray(found) || !reading.ok) return refuse(...problems)

  const { activity, place, space } = found
  const { start: wished, minutes, capacity } = reading.wish
  const start =
    wished.kind === 'moment'
      ? wished.at.toZonedDateTimeISO(place.timeZone)
      : wished.day.toZonedDateTime({ timeZone: place.timeZone, plainTime: wished.hour })
  const target: Target = {
    activityId: activity.id,
    placeId: place.id,
    // What a file does not say stays as it was made here.
    spaceId: space?.id ?? (existing?.placeId === place.id ? existing.spaceId : null),
    start,
    end: start.add({ minutes: minutes ?? (existing ? lengthOf(existing) : activity.minutes) }),
    capacity: capacity ?? existing?.capacity ?? activity.capacity,
  }
  const changes = existing ? changesOf(existing, target) : []
  if (existing && changes.length === 0 && existing.activityId === activity.id)
    return { row, key, outcome: 'same', existing, target }
  const wrong = wrongWith(target, existing, space, world)
  if (wrong.length > 0) return refuse(...wrong)
  return existing
    ? { row, key, outcome: 'changed', existing, target, changes }
    : { row, key, outcome: 'new', target }
}

const lengthOf = ({ startsAt, endsAt }: Imported) => Math.round(startsAt.until(endsAt).total('minutes'))

const changesOf = (existing: Imported, target: Target): Change[] => {
  const changes: [Change, boolean][] = [
    ['start', !existing.startsAt.equals(target.start.toInstant())],
    ['minutes', lengthOf(existing) !== Math.round(target.start.until(target.end).total('minutes'))],
    ['place', existing.placeId !== target.placeId],
    ['space', existing.placeId === target.placeId && existing.spaceId !== target.spaceId],
    ['capacity', existing.capacity !== target.capacity],
  ]
  return changes.filter(([, changed]) => changed).map(([change]) => change)
}

function wrongWith(
  target: Target,
  existing: Imported | undefined,
  space: ImportChoices['spaces'][number] | null,
  { now }: ImportWorld,
): RowProblem[] {
  const problems: RowProblem[] = []
  const start = target.start.toInstant()
  if (existing && existing.activityId !== target.activityId) problems.push({ word: 'activity-changed' })
  if (existing && compare(existing.startsAt, now) <= 0) problems.push({ word: 'started-here' })
  else if (compare(start, now) <= 0) problems.push({ word: 'in-the-past' })
  if (compare(start, now.add(farthest)) > 0) problems.push({ word: 'too-far' })
  if (existing && target.capacity < existing.seatsTaken)
    problems.push({ word: 'capacity-below-taken', value: String(existing.seatsTaken) })
  if (space && target.capacity > space.capacity)
    problems.push({ word: 'too-large-for-space', value: String(space.capacity) })
  return problems
}

type Found = {
  activity: ImportChoices['activities'][number]
  place: ImportChoices['places'][number]
  space: ImportChoices['spaces'][number] | null
}

function find({ cells }: ImportRow, { choices, keyOf }: ImportWorld): Found | RowProblem[] {
  const problems: RowProblem[] = []
  const { activity: title = '', place: named = '', space: room = '' } = cells
  const activity = choices.activities.find(({ titles }) => titles.some((one) => keyOf(one) === keyOf(title)))
  if (!title) problems.push({ word: 'activity-missing' })
  else if (!activity) problems.push({ word: 'activity-unknown', value: title })
  const places = named ? placesNamed(named, choices, keyOf) : []
  const [place] = places
  if (!named) problems.push({ word: 'place-missing' })
  else if (!place) problems.push({ word: 'place-unknown', value: named })
  else if (places.length > 1) problems.push({ word: 'place-unclear', value: named })
  const space =
    choices.spaces.find(({ placeId, name }) => placeId === place?.id && keyOf(name) === keyOf(room)) ?? null
  if (room && place && !space) problems.push({ word: 'space-unknown', value: room })
  return activity && place && problems.length === 0 ? { activity, place, space } : problems
}

/** A place by its name, or by its name and town; agendas write the whole address, whose beginning is the name. */
function placesNamed(named: string, { places }: ImportChoices, keyOf: (text: string) => string) {
  const [first = ''] = named.split(',')
  for (const wanted of new Set([keyOf(named), keyOf(first)])) {
    const found = places.filter(
      ({ name, city }) => keyOf(name) === wanted || keyOf(`${name} ${city}`) === wanted,
    )
    if (found.length > 0) return found
  }
  return []
}
