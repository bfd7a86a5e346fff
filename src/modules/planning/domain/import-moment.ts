const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['janvier', 'january', 'janv'],
    ['fevrier', 'february', 'fevr'],
    ['mars', 'march'],
    ['avril', 'april'],
    ['mai', 'may'],
    ['juin', 'june'],
    ['juillet', 'july', 'juil'],
    ['aout', 'august'],
    ['septembre', 'september', 'sept'],
    ['octobre', 'october', 'oct'],
    ['novembre', 'november', 'nov'],
    ['decembre', 'december', 'dec'],
  ].flatMap((names, i) => names.map((name) => [name, i + 1])),
)

const dayOf = (year: number, month: number, day: number): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from(
      { year: year < 100 ? 2000 + year : year, month, day },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}

/**
 * A day as people write it in a spreadsheet: `2026-10-06`, `06/10/2026` (the day comes first, as in France), `6.10.26`,
 * « mardi 6 octobre 2026 ». A time after it is passed over. Null for what is no day.
 */
export function readDay(text: string): Temporal.PlainDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text.trim())
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const ours = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?: .*)?$/.exec(text.trim())
  if (ours) return dayOf(Number(ours[3]), Number(ours[2]), Number(ours[1]))
  const said = /(?:^|\s)(\d{1,2})(?:er|st|nd|rd|th)?\s+([a-z]+)\.?\s+(\d{4})$/.exec(plain(text))
  return said ? dayOf(Number(said[3]), months[said[2] ?? ''] ?? 0, Number(said[1])) : null
}

/** An hour: `14:30`, `14h30`, « 14 h », `9:00`, `14:30:00`; after a day too (`2026-10-06 14:30`). Null for what is none. */
export function readHour(text: string): Temporal.PlainTime | null {
  const [, hour, minute = '0'] =
    /(?:^|[\sT])(\d{1,2})\s*(?:h|:|heures?)\s*(\d{2})?(?::\d{2})?$/.exec(plain(text)) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
