import { randomInt } from 'node:crypto'

/** Signs that cannot be confused when they are read aloud or from afar: no 0 O 1 I L U. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code of a game, drawn by chance: one in twenty-four million. */
export const newGameCode = (): string =>
  Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')

/** Codes a seat may have, the first one free is taken: four digits, none beginning with a nought. */
export const someSeatCodes = (count = 40): string[] =>
  Array.from({ length: count }, () => String(randomInt(1000, 10_000)))
