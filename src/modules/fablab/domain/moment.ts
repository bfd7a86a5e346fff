/** An instant as our own links write it, of this century; null for anything else, whatever was typed. */
export function instantOf(text: string): Temporal.Instant | null {
  if (!/^20\d\d-/.test(text)) return null
  try {
    return Temporal.Instant.from(text)
  } catch {
    return null
  }
}
