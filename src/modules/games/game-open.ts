import type { Work } from '#platform/work/index.ts'
import { insertGame } from './db/games.ts'
import type { Choices } from './domain/game.ts'
import type { Item, Text } from './domain/pack.ts'
import { newGameCode } from './live/codes.ts'

/** Questions asked a second time at the end, when the facilitator wishes to see what was learned. */
const askedAgain = 3
/** Kinds with nothing to get right: asking them again would measure nothing. */
const unmeasured = new Set<Item['kind']>(['discuss', 'budget'])

export interface OpenGame {
  centre: number
  member: number
  session: number | null
  title: Text
  items: readonly { pack: string; item: Item }[]
  choices: Choices
}

/** Opens a game in its lobby, under a code of its own; its number. A code somebody has already is drawn again. */
export function openGame(work: Work<'games'>, { items, ...game }: OpenGame): Promise<number> {
  const once = items.map((one) => ({ ...one, againOf: null as number | null }))
  const again = game.choices.again
    ? once
        .map((one, at) => ({ ...one, againOf: at + 1 }))
        .filter(({ item }) => !unmeasured.has(item.kind))
        .slice(0, askedAgain)
    : []
  return insertGame(work, { ...game, code: newGameCode(), questions: [...once, ...again] })
}
