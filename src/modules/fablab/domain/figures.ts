/** Below this number of people a figure that leaves its centre says « fewer than 11 » (CNIL, Insee). */
export const fewest = 11

/** The first day of the twelve months figures are of, this one included; months begin in UTC, as they are counted. */
export const figuresSince = (now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 }).subtract({ months: 11 })

/** How many projects were made with machines of a lab: whoever keeps projects counts them, the lab does not know them. */
export interface MadeWith {
  centre: number
  /** A kind of machine; null: with one at least, each project counted once. */
  kind: string | null
  /** Null: fewer than 11, and read from outside the centre. */
  count: number | null
}

/** Projects made in a centre with one machine at least; none counted is none. */
export const madeAt = (made: readonly MadeWith[], centre: number): number | null => {
  const counted = made.find((one) => one.centre === centre && one.kind === null)
  return counted ? counted.count : 0
}
