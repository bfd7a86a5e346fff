import type { Answer } from './answer.ts'
import type { Item } from './pack.ts'

/** Cards printed for a room: numbers 1 to 60. */
export const mostCards = 60

/** A card seen in a picture: its four corners, its own top-left first, clockwise as printed, in pixels. */
export interface SeenCard {
  card: number
  corners: readonly { x: number; y: number }[]
}

/** A card held up, and the letter on its upper side. */
export interface CardAnswer {
  card: number
  choice: 'a' | 'b' | 'c' | 'd'
}

/** The letters of the sides, from the printed top clockwise. Turned until one's letter is up: held so, that side is on top. */
const sides = ['a', 'b', 'c', 'd'] as const

/** Beyond this many degrees from upright nobody can tell which letter was meant. */
const mostTilt = 40

/**
 * The letter somebody holds up; null when the card leans half-way between two letters. The direction of the printed top
 * in the picture says by how many quarters the card was turned.
 */
export function choiceOf({ corners }: SeenCard): CardAnswer['choice'] | null {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  if (!topLeft || !topRight || !bottomRight || !bottomLeft) return null
  const x = (topLeft.x + topRight.x - bottomLeft.x - bottomRight.x) / 2
  const y = (topLeft.y + topRight.y - bottomLeft.y - bottomRight.y) / 2
  // 0 when the printed top is up, growing clockwise; pictures count y downwards.
  const turned = (Math.atan2(x, -y) * 180) / Math.PI
  const quarters = Math.round(turned / 90)
  if (Math.abs(turned - quarters * 90) > mostTilt) return null
  // Turned clockwise by a quarter, the left side (the last letter) comes up.
  return sides[(((-quarters % 4) + 4) % 4) as 0 | 1 | 2 | 3]
}

/** What a picture says: each card once, in the order of their numbers; cards seen twice with two letters say nothing. */
export function answersIn(seen: readonly SeenCard[]): CardAnswer[] {
  const byCard = new Map<number, CardAnswer['choice'] | null>()
  for (const one of seen) {
    const choice = choiceOf(one)
    const before = byCard.get(one.card)
    byCard.set(one.card, before === undefined || before === choice ? choice : null)
  }
  return [...byCard]
    .flatMap(([card, choice]) => (choice === null ? [] : [{ card, choice }]))
    .sort((left, right) => left.card - right.card)
}

/** Whether one letter answers the item: a card, or so many raised hands. */
export const isLettered = ({ kind }: Item): boolean =>
  kind === 'sort' || kind === 'choose' || kind === 'discuss'

/** What a letter held up answers; null when cards cannot answer this item, or when it has no such letter. */
export function answerOfCard(item: Item, letter: CardAnswer['choice']): Answer | null {
  const verdicts = { a: 'safe', b: 'suspicious', c: null, d: null } as const
  const named =
    item.kind === 'sort'
      ? verdicts[letter]
      : item.kind === 'choose' || item.kind === 'discuss'
        ? (item.choices.find(({ id }) => id === letter)?.id ?? null)
        : null
  return named === null ? null : { chosen: [named] }
}
