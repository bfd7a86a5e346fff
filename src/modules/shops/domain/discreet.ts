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
