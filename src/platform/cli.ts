import type { House } from './house.ts'

/** A command of the terminal: `npm run maillage -- <noun> <verb> …`. */
export interface Command {
  /** One line: what to type after the noun and the verb, and what it does. */
  usage: string
  /** Does it, and answers the exit code: 0 when done, 1 when refused, 2 when typed wrong. Prints what a person should know. */
  run(house: House, args: string[]): Promise<number>
}
