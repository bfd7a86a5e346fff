import type { Typed } from '#platform/http/form.ts'
import { type Answer, judge, wayThrough } from './answer.ts'
import type { Item } from './pack.ts'
import { strengthOf } from './strength.ts'

/** What a posted form says: an answer; or, of a story, the letters chosen so far; or null: nothing that answers the item. */
export type ReadAnswer = { answer: Answer } | { more: readonly string[] } | null

type Value = Typed[string] | undefined

const list = (value: Value): string[] =>
  (Array.isArray(value) ? value : [value ?? '']).filter((one) => one !== '')
const one = (value: Value): string => list(value)[0] ?? ''

/** Digits of any keyboard, with a comma or a point. */
function numberOf(value: string): number | null {
  const digits = value
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (sign) => String((sign.codePointAt(0) ?? 0) % 16))
  return /^\s*\d{1,9}(?:[.,٫]\d{1,4})?\s*$/.test(digits) ? Number(digits.trim().replace(/[,٫]/, '.')) : null
}

/**
 * Fields of each kind: `choice` (repeated), `order.<letter>` its place from 1, `amount.<line>`, `number`, `phrase`
 * (judged here, never kept), `way` and `choice` for a story.
 */
function answerOf(item: Item, typed: Typed): ReadAnswer {
  switch (item.kind) {
    case 'order': {
      const places = item.steps.map(({ id }) => ({ id, place: numberOf(one(typed[`order.${id}`])) }))
      const known = new Set(places.map(({ place }) => place))
      if (known.has(null) || known.size !== places.length) return null
      return {
        answer: { chosen: places.sort((a, b) => Number(a.place) - Number(b.place)).map(({ id }) => id) },
      }
    }
    case 'passphrase': {
      const phrase = one(typed.phrase)
      return phrase === '' ? null : { answer: { number: strengthOf(phrase) } }
    }
    case 'budget': {
      const amounts = item.lines.map(({ id }) => [id, numberOf(one(typed[`amount.${id}`]) || '0')] as const)
      if (amounts.some(([, amount]) => amount === null || !Number.isInteger(amount))) return null
      return { answer: { amounts: Object.fromEntries(amounts) as Record<string, number> } }
    }
    case 'estimate': {
      const number = numberOf(one(typed.number))
      return number === null ? null : { answer: { number } }
    }
    case 'story': {
      const chosen = one(typed.choice)
      const letters = [...one(typed.way).replace(/[^a-d]/g, ''), ...(chosen ? [chosen] : [])].slice(0, 16)
      const way = wayThrough(item, letters)
      // A letter that leads nowhere is not gone through: the story stands where it stood.
      const gone = letters.slice(0, way.length - 1)
      const last = way.at(-1)
      return last && 'ending' in last ? { answer: { chosen: gone } } : { more: gone }
    }
    default:
      return list(typed.choice).length === 0 ? null : { answer: { chosen: list(typed.choice).slice(0, 16) } }
  }
}

/** Reads what somebody posted for an item; only an answer that {@link judge} can judge comes out. */
export function readAnswer(item: Item, typed: Typed): ReadAnswer {
  const read = answerOf(item, typed)
  return read && 'answer' in read && judge(item, read.answer) === null ? null : read
}

/** An order in which steps or choices are shown: the same for everybody of a question, and never the right one. */
export function shuffled<T extends { id: string }>(steps: readonly T[]): readonly T[] {
  const byLetter = [...steps].sort((left, right) => left.id.localeCompare(right.id))
  const isRight = byLetter.every((step, at) => step.id === steps[at]?.id)
  return isRight ? [...byLetter.slice(1), ...byLetter.slice(0, 1)] : byLetter
}
