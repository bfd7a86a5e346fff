import { readStyleFile } from './styles.ts'

/** What the sprite draws: a symbol for every pictogram, two patterns of chairs. */
const drawings: ReadonlyMap<string, string> = new Map(
  [...readStyleFile('sprite.svg').matchAll(/<(symbol|pattern) id="([a-z0-9]+)"[^]*?<\/\1>/g)].map(
    ([drawing, , id = '']) => [id, drawing],
  ),
)

/** The drawings that a piece of HTML uses, each once, ready to be inlined beside it. */
export function drawingsUsedIn(html: string): string {
  const used = new Set<string>()
  for (const [, icon, pattern] of html.matchAll(/<use href="#([a-z0-9]+)"|url\(#([a-z]+)\)/g))
    used.add(icon ?? pattern ?? '')
  return [...used].map((id) => drawings.get(id) ?? '').join('')
}
