/** What a coordinator may ask a series to leave out. */
export const skips = ['public-holidays', 'school-holidays'] as const
export type Skip = (typeof skips)[number]

/** What becomes of one date of a series: kept as it is, left out, or kept in another room or at another time. */
export type Choice = 'keep' | 'skip' | { space: number } | { at: Temporal.PlainDateTime }

/** Reads a choice as a form sends it: `keep`, `skip`, `space:4`, `at:2026-12-01T14:30`. Anything else is `keep`. */
export function readChoice(typed: string | undefined): Choice {
  if (typed === 'skip') return 'skip'
  const space = /^space:(\d{1,9})$/.exec(typed ?? '')?.[1]
  if (space) return { space: Number(space) }
  const at = /^at:(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d)$/.exec(
    typed ?? '',
  )?.[1]
  return at ? { at: Temporal.PlainDateTime.from(at) } : 'keep'
}

/** A choice as a form sends it. */
export function writeChoice(choice: Choice): string {
  if (typeof choice === 'string') return choice
  return 'space' in choice ? `space:${choice.space}` : `at:${choice.at.toString({ smallestUnit: 'minute' })}`
}

/** One date of a series, once what the coordinator chose for it is applied; null when it is left out. */
export function chosen(
  date: { start: Temporal.ZonedDateTime; spaceId: number | null },
  choice: Choice,
): { start: Temporal.ZonedDateTime; spaceId: number | null } | null {
  if (choice === 'skip') return null
  if (choice === 'keep') return date
  return 'space' in choice
    ? { ...date, spaceId: choice.space }
    : { ...date, start: choice.at.toZonedDateTime(date.start.timeZoneId) }
}
