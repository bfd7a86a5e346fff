/** Placeholder until the calendar's holidays are written beside it. */
export const holidayOn = (
  _date: Temporal.PlainDate,
  _skips: readonly string[],
  _where: { inseeCode: string | null; postalCode: string },
): string | null => null
