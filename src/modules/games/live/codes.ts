import { randomInt } from 'node:crypto'

/** Signs that cannot be confused when they are read aloud or from afar: no 0 O 1 I L U. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code of a game, drawn by chance: one in twenty-four million. */
export const newGameCode = (): string =>
  Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')

/** A code nobody has in a game: four digits, none beginning with a nought. There are four times as many as seats. */
export function newSeatCode(taken: ReadonlySet<string>): string {
  for (;;) {
    const code = String(randomInt(1000, 10_000))
    if (!taken.has(code)) return code
  }
}
