import type { Item, Pack } from './pack.ts'

/** How much of a pack is played: all of it, a few questions spread over it, or three to remember it by. */
export const parts = ['all', 'few', 'month-1', 'month-3', 'month-6'] as const
export type PartOfPack = (typeof parts)[number]

/** Questions of a short game. */
const few = 6
/** Questions of a reminder: answered on a bus. */
const three = 3

/** `count` of them, spread from `from` on, in their order. */
function spread(items: readonly Item[], count: number, from = 0): readonly Item[] {
  const step = items.length / Math.min(count, items.length)
  const picked = new Set(
    Array.from(
      { length: Math.min(count, items.length) },
      (_, at) => (Math.floor(at * step) + from) % items.length,
    ),
  )
  return items.filter((_, at) => picked.has(at))
}

/**
 * The questions of a part, in the order of the pack. A short game and a reminder leave out what is talked about in a
 * group; each reminder asks other questions.
 */
export function selectionOf(pack: Pack, part: PartOfPack): readonly Item[] {
  const items = pack.items
  if (part === 'all') return items
  const alone = items.filter((item) => item.kind !== 'discuss')
  if (part === 'few') return spread(alone, few)
  return spread(alone, three, { 'month-1': 1, 'month-3': 2, 'month-6': 3 }[part])
}
