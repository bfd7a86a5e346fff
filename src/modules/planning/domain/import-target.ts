import type { ImportRow, RowProblem } from './import-row.ts'

/** What rows may name: activities by each of their titles, places by their names, rooms. */
export interface ImportChoices {
  activities: readonly {
    id: number
    titles: readonly string[]
    minutes: number
    capacity: number
    preparationMinutes: number
    tidyMinutes: number
  }[]
  places: readonly { id: number; name: string; city: string; timeZone: string }[]
  spaces: readonly { id: number; placeId: number; name: string; capacity: number }[]
}

/** A session an earlier import wrote. */
export interface Imported {
  id: number
  key: string
  activityId: number
  placeId: number
  spaceId: number | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  capacity: number
  seatsTaken: number
  status: 'draft' | 'published' | 'cancelled'
}

/** What a row comes to. */
export interface Target {
  activityId: number
  placeId: number
  spaceId: number | null
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  capacity: number
}

export type Change = 'start' | 'minutes' | 'place' | 'space' | 'capacity'

export type PlannedRow = { row: ImportRow; key: string } & (
  | { outcome: 'new'; target: Target }
  | { outcome: 'changed'; existing: Imported; target: Target; changes: Change[] }
  | { outcome: 'same'; existing: Imported; target: Target }
  | { outcome: 'refused'; problems: RowProblem[] }
)

export interface ImportWorld {
  choices: ImportChoices
  imported: ReadonlyMap<string, Imported>
  now: Temporal.Instant
  /** Text without what people write differently: case, accents, spaces. */
  keyOf(text: string): string
  /** Whether something else than these sessions holds a room, preparation included. */
  isHeld(space: number, from: Temporal.Instant, to: Temporal.Instant, but: ReadonlySet<number>): boolean
}
