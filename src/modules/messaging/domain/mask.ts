/** Bullets in the place of what is nobody's to read. */
const hidden = '••'

/** French prefixes whose numbers are said with a 0 in front: the mainland and overseas. */
const french = /^\+(?:33|262|590|594|596)(?=\d{9}$)/

/** A recipient one can recognise and not use: « 06 •• •• •• 34 », « +44 •• •• •• 89 », « m••@exemple.fr ». */
export function maskRecipient(to: string): string {
  const at = to.lastIndexOf('@')
  if (at > 0) return `${to.charAt(0)}${hidden}${to.slice(at)}`
  const said = to.replace(french, '0')
  const start = said.startsWith('+') ? said.slice(0, 3) : said.slice(0, 2)
  return [start, hidden, hidden, hidden, said.slice(-2)].join(' ')
}

/** A piece of a message: words, or an address one may follow. */
export type Piece = { text: string; href?: string }

const address = /https?:\/\/\S+/g

/**
 * Cuts a message into words and addresses. Without `open`, the last part of an address is hidden: whoever holds a
 * registration's link can cancel it, and that is the resident's alone.
 */
export function piecesOf(body: string, open: boolean): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const found of body.matchAll(address)) {
    pieces.push({ text: body.slice(done, found.index) })
    const [link] = found
    pieces.push(open ? { text: link, href: link } : { text: link.replace(/[^/]+$/, '••••') })
    done = found.index + link.length
  }
  pieces.push({ text: body.slice(done) })
  return pieces.filter(({ text }) => text !== '')
}
