import { z } from 'zod'
import type { Item, ItemOf } from './pack.ts'

/**
 * What somebody answered: letters or names of what was chosen (in order, for an order or a story), or amounts by line,
 * or one number (an estimate; the strength of a passphrase, never the passphrase).
 */
export const answerSchema = z.union([
  z.strictObject({ chosen: z.array(z.string().max(60)).max(16) }),
  z.strictObject({ number: z.number() }),
  z.strictObject({ amounts: z.record(z.string().max(60), z.int().min(0).max(48)) }),
])
export type Answer = z.infer<typeof answerSchema>

/** `open`: there was nothing to get right. */
export type Verdict = 'right' | 'partly' | 'wrong' | 'open'

const same = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((one, at) => one === right[at])

/** Some of what was to be found, and nothing else: partly. All of it: right. Anything beside it: wrong, or partly when more was found than mistaken. */
function found(chosen: readonly string[], wanted: readonly string[]): Verdict {
  const picked = new Set(chosen)
  const hits = wanted.filter((one) => picked.has(one)).length
  const mistakes = picked.size - hits
  if (hits === wanted.length && mistakes === 0) return 'right'
  return hits > mistakes ? 'partly' : 'wrong'
}

/** The scenes somebody went through, the first one included, by the letters they chose. */
export function wayThrough(item: ItemOf<'story'>, letters: readonly string[]): ItemOf<'story'>['scenes'] {
  const way = [item.scenes[0]].filter((one) => one !== undefined)
  for (const letter of letters) {
    const here = way.at(-1)
    if (!here || 'ending' in here) break
    const chosen = here.choices.find((one) => one.id === letter)
    const next = chosen && item.scenes.find((one) => one.id === chosen.to)
    if (!next) break
    way.push(next)
  }
  return way
}

const judges: { [K in Item['kind']]: (item: ItemOf<K>, answer: Answer) => Verdict | null } = {
  choose: (item, answer) => {
    if (!('chosen' in answer)) return null
    if (!item.several && answer.chosen.length !== 1) return null
    const right = item.choices.filter((one) => one.right).map((one) => one.id)
    if (!item.several) return right.includes(answer.chosen[0] as never) ? 'right' : 'wrong'
    return found(answer.chosen, right)
  },
  sort: (item, answer) =>
    'chosen' in answer && answer.chosen.length === 1
      ? answer.chosen[0] === item.verdict
        ? 'right'
        : 'wrong'
      : null,
  order: (item, answer) => {
    if (!('chosen' in answer)) return null
    const right = item.steps.map((one) => one.id)
    if (answer.chosen.length !== right.length || new Set(answer.chosen).size !== right.length) return null
    if (same(answer.chosen, right)) return 'right'
    const kept = right.filter((one, at) => one === answer.chosen[at]).length
    return kept * 2 >= right.length ? 'partly' : 'wrong'
  },
  clues: (item, answer) =>
    'chosen' in answer
      ? found(
          answer.chosen,
          item.show.parts.filter((part) => part.clue).map((part) => part.id),
        )
      : null,
  passphrase: (item, answer) =>
    'number' in answer && Number.isInteger(answer.number) && answer.number >= 0 && answer.number <= 4
      ? answer.number >= item.least
        ? 'right'
        : answer.number === item.least - 1
          ? 'partly'
          : 'wrong'
      : null,
  budget: (item, answer) => {
    if (!('amounts' in answer)) return null
    const spent = Object.values(answer.amounts).reduce((sum, amount) => sum + amount, 0)
    const known = Object.keys(answer.amounts).every((id) => item.lines.some((line) => line.id === id))
    return known && spent <= item.total ? 'open' : null
  },
  story: (item, answer) => {
    if (!('chosen' in answer)) return null
    const way = wayThrough(item, answer.chosen)
    const last = way.at(-1)
    if (!last || !('ending' in last) || way.length !== answer.chosen.length + 1) return null
    return ({ good: 'right', mixed: 'partly', bad: 'wrong' } as const)[last.ending]
  },
  estimate: (item, answer) => {
    if (!('number' in answer) || answer.number < item.low || answer.number > item.high) return null
    const off = Math.abs(answer.number - item.answer)
    return off <= item.within ? 'right' : off <= 2 * item.within ? 'partly' : 'wrong'
  },
  discuss: (item, answer) =>
    'chosen' in answer &&
    answer.chosen.length === 1 &&
    item.choices.some((one) => one.id === answer.chosen[0])
      ? 'open'
      : null,
}

/** Everything an answer to this item may name; empty when it is an amount or a number. */
export function namesOf(item: Item): readonly string[] {
  switch (item.kind) {
    case 'choose':
    case 'discuss':
      return item.choices.map((one) => one.id)
    case 'sort':
      return ['safe', 'suspicious']
    case 'order':
      return item.steps.map((one) => one.id)
    case 'clues':
      return item.show.parts.map((part) => part.id)
    case 'story':
      return ['a', 'b', 'c', 'd']
    default:
      return []
  }
}

/** How an answer stands; null when it is not an answer to this item (a letter it has not, too much spent, a story unfinished). */
export function judge(item: Item, answer: Answer): Verdict | null {
  if ('chosen' in answer) {
    const names = namesOf(item)
    if (!answer.chosen.every((one) => names.includes(one))) return null
    if (item.kind !== 'story' && new Set(answer.chosen).size !== answer.chosen.length) return null
  }
  return (judges[item.kind] as (item: Item, answer: Answer) => Verdict | null)(item, answer)
}
