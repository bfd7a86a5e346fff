/** Stretches of days one prints for. */
export const periods = ['week', 'next-week', 'month', 'next-month'] as const
export type Period = (typeof periods)[number]

export const isPeriod = (typed: string | undefined): typed is Period => periods.some((one) => one === typed)

/** First and last day of a period, seen from a day: weeks begin on Monday. */
export function daysOf(
  period: Period,
  today: Temporal.PlainDate,
): { from: Temporal.PlainDate; until: Temporal.PlainDate } {
  const isNext = period.startsWith('next-')
  if (period.endsWith('week')) {
    const from = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: isNext ? 1 : 0 })
    return { from, until: from.add({ days: 6 }) }
  }
  const from = today.with({ day: 1 }).add({ months: isNext ? 1 : 0 })
  return { from, until: from.add({ months: 1 }).subtract({ days: 1 }) }
}

/** The period two days make, if they make one. */
export const periodOf = (
  from: Temporal.PlainDate | null,
  until: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Period | null =>
  periods.find((period) => {
    const days = daysOf(period, today)
    return from !== null && until !== null && days.from.equals(from) && days.until.equals(until)
  }) ?? null
