import type { Sector } from './vocabulary.ts'

/** Fewer shops than this are not shown: one of them could be known. */
export const fewest = 11

/**
 * The parts of a whole that may be shown beside it: each counts at least {@link fewest}, and so does what is left
 * unsaid together, unless nothing is: otherwise a subtraction would tell it. The smallest are given up first.
 */
export function shownParts<P extends { count: number }>(whole: number, parts: readonly P[]): P[] {
  const shown = parts.filter(({ count }) => count >= fewest).sort((a, b) => b.count - a.count)
  let unsaid = whole - shown.reduce((sum, { count }) => sum + count, 0)
  while (unsaid > 0 && unsaid < fewest) {
    const given = shown.pop()
    if (!given) break
    unsaid += given.count
  }
  return shown
}

/** What may be said of one shop among a network: the trade and the months that {@link fewest} of them share. */
export interface Crowd {
  /** Null: one of the trades too few shops have. */
  sector: Sector | null
  /** Its month is one of these: « 2026-05 » to « 2026-07 », the same twice when the month itself is shared. */
  from: string
  to: string
}

/**
 * The crowd each shop is told by. A trade with too few shops is joined to the others, a month with too few to the months
 * around it, until each crowd counts at least {@link fewest}; null for all when the whole network counts fewer.
 */
export function crowdsOf<S extends { sector: Sector; month: string }>(
  shops: readonly S[],
): (shop: S) => Crowd | null {
  if (shops.length < fewest) return () => null
  const trades = [...Map.groupBy(shops, ({ sector }) => sector)]
  const told = new Set(
    shownParts(
      shops.length,
      trades.map(([sector, own]) => ({ sector, count: own.length })),
    ).map(({ sector }) => sector),
  )
  const tradeOf = ({ sector }: S) => (told.has(sector) ? sector : null)
  const crowds = [...Map.groupBy(shops, tradeOf)].flatMap(([sector, own]) =>
    spansOf(own.map(({ month }) => month)).map((span) => ({ sector, ...span })),
  )
  return (shop) =>
    crowds.find(
      ({ sector, from, to }) => sector === tradeOf(shop) && from <= shop.month && shop.month <= to,
    ) ?? null
}

/** Months cut into spans of at least {@link fewest} each; there are at least that many. */
function spansOf(months: readonly string[]): { from: string; to: string }[] {
  const spans: { from: string; to: string; count: number }[] = []
  const counted = [...Map.groupBy(months, (month) => month)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [month, { length }] of counted) {
    const last = spans.at(-1)
    if (last && last.count < fewest) Object.assign(last, { to: month, count: last.count + length })
    else spans.push({ from: month, to: month, count: length })
  }
  const [rest, before] = [spans.at(-1), spans.at(-2)]
  if (rest && before && rest.count < fewest) {
    spans.pop()
    before.to = rest.to
  }
  return spans.map(({ from, to }) => ({ from, to }))
}
