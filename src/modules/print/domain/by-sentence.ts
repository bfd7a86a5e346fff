/** Signs of a sentence that keeps to one line of a poster. */
const mostOnLine = 24

/** A title of short sentences goes to the next line between them, and nowhere else. */
export function bySentence(title: string): string {
  const sentences = title.split(/(?<=[?!.…؟]) /)
  const areShort = sentences.length > 1 && sentences.every(({ length }) => length <= mostOnLine)
  return areShort ? sentences.map((one) => one.replaceAll(' ', '\u00a0')).join(' ') : title
}
