import { type Answer, type Verdict, wayThrough } from './answer.ts'
import type { Tally } from './game.ts'
import type { Item } from './pack.ts'

/** People who answered alike. */
export interface Group {
  answer: Answer
  verdict: Verdict
  people: number
}

/** What an answer counts for: the letters or parts chosen, the ending reached; nothing for numbers. */
function namesIn(item: Item, answer: Answer): readonly string[] {
  if (!('chosen' in answer)) return []
  if (item.kind === 'story') {
    const last = wayThrough(item, answer.chosen).at(-1)
    return last ? [last.id] : []
  }
  return item.kind === 'order' ? [] : answer.chosen
}

/** How a room answered: numbers by choice and by verdict; of amounts, their average times ten. No name comes in or out. */
export function tallyOf(item: Item, groups: readonly Group[]): Tally {
  const of: Record<string, number> = {}
  const by = { right: 0, partly: 0, wrong: 0, open: 0 }
  let people = 0
  for (const group of groups) {
    people += group.people
    by[group.verdict] += group.people
    for (const name of namesIn(item, group.answer)) of[name] = (of[name] ?? 0) + group.people
    if ('amounts' in group.answer)
      for (const [name, amount] of Object.entries(group.answer.amounts))
        of[name] = (of[name] ?? 0) + amount * group.people
  }
  if (item.kind === 'budget')
    for (const name of Object.keys(of))
      of[name] = people === 0 ? 0 : Math.round(((of[name] ?? 0) * 10) / people)
  return { people, of, right: by.right, partly: by.partly, wrong: by.wrong }
}
