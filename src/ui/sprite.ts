import { readStyleFile } from './styles.ts'

/** What the sprite draws: a symbol for every pictogram, two patterns of chairs. */
const drawings: ReadonlyMap<string, string> = new Map(
  [...readStyleFile('sprite.svg').matchAll(/<(symbol|pattern) id="([a-z0-9]+)"[^]*?<\/\1>/g)].map(
    ([drawing, , id = '']) => [id, drawing],
  ),
)

/** How a page names a drawing: before its `#`, and what ends the name. */
const ways = [
  { before: '<use href="', end: '"' },
  { before: 'url(', end: ')' },
] as const

/** The drawings that a piece of HTML uses, each once, ready to be inlined beside it. */
export function drawingsUsedIn(html: string): string {
  const used = new Set<string>()
  // From one `#` to the next: a calendar of a month is half a megabyte, and a pattern over it costs more than its words.
  for (let at = html.indexOf('#'); at >= 0; at = html.indexOf('#', at + 1))
    for (const { before, end } of ways)
      if (html.startsWith(before, at - before.length)) used.add(html.slice(at + 1, html.indexOf(end, at)))
  return [...used].map((id) => drawings.get(id) ?? '').join('')
}

/** One pictogram as a drawing of its own, in ink: for paper. */
export function drawingOf(id: string): string {
  const symbol = drawings.get(id) ?? ''
  return symbol
    .replace(
      /^<symbol id="[^"]*"/,
      '<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="#1d1a2b" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"',
    )
    .replace(/<\/symbol>$/, '</svg>')
}
