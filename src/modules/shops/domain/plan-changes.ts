import { type PlanLine, planOf } from './plan.ts'
import { changeableOf, type Rule } from './rule.ts'
import type { Answers } from './vocabulary.ts'

/** One thing of a line that reads otherwise; places count from 1. */
export type Move =
  | { what: 'enters'; at: number }
  | { what: 'leaves'; at: number }
  | { what: 'place'; from: number; to: number }
  /** The day the plan says; null: it says none. */
  | { what: 'deadline'; from: string | null; to: string | null }
  /** Whether it says « to be confirmed ». */
  | { what: 'confirm'; from: boolean; to: boolean }
  | { what: 'effect' | 'minutes'; from: number; to: number }

/** What moves on a line of a plan, known by its question. */
export interface LineChange {
  question: string
  moves: readonly Move[]
}

/** What a line says, but for its words, which no change touches: its part of the plan follows from its place. */
const readingOf = ({ rule, deadline }: PlanLine, i: number) => ({
  place: i + 1,
  deadline: deadline?.on ?? null,
  confirm: rule.confirm,
  effect: rule.action.effect,
  minutes: rule.action.minutes,
})
const readingsOf = (plan: readonly PlanLine[]) =>
  new Map(plan.map((line, i) => [line.rule.id, readingOf(line, i)]))

/** Every difference between two plans of one shop, line by line: those that stay or enter in their new order, then those that leave. */
export function changesBetween(before: readonly PlanLine[], after: readonly PlanLine[]): LineChange[] {
  const [was, is] = [readingsOf(before), readingsOf(after)]
  const stays = [...is].map(([question, to]): LineChange => {
    const from = was.get(question)
    if (!from) return { question, moves: [{ what: 'enters', at: to.place }] }
    const moves = (['place', 'deadline', 'confirm', 'effect', 'minutes'] as const)
      .filter((what) => from[what] !== to[what])
      .map((what) => ({ what, from: from[what], to: to[what] }) as Move)
    return { question, moves }
  })
  const leaves = [...was]
    .filter(([question]) => !is.has(question))
    .map(([question, { place }]): LineChange => ({ question, moves: [{ what: 'leaves', at: place }] }))
  return [...stays, ...leaves].filter(({ moves }) => moves.length > 0)
}

/** The rules on both sides of a change, and the day plans are read. */
export interface RulesMoved {
  before: readonly Rule[]
  after: readonly Rule[]
  on: string
}

/**
 * The plans that read otherwise when rules change, each with all that moves in it; a plan that is not there is the same
 * line for line. Only who said no, or in part, to a question whose rule moved can have another plan.
 */
export function plansThatChange<S extends { answers: Answers }>(
  shops: readonly S[],
  { before, after, on }: RulesMoved,
): { shop: S; changes: LineChange[] }[] {
  const said = (rule: Rule) => JSON.stringify(changeableOf(rule))
  const then = new Map(after.map((rule) => [rule.id, said(rule)]))
  const moved = before.filter((rule) => then.get(rule.id) !== said(rule)).map(({ id }) => id)
  return shops
    .filter(({ answers }) => moved.some((id) => answers[id] === 'no' || answers[id] === 'partly'))
    .map((shop) => ({
      shop,
      changes: changesBetween(planOf(before, shop.answers, on), planOf(after, shop.answers, on)),
    }))
    .filter(({ changes }) => changes.length > 0)
}

/** In how many plans an action rises, falls, enters, leaves, or says another date, mark, effect or time. */
export interface ActionTally {
  question: string
  rises: number
  falls: number
  enters: number
  leaves: number
  rewords: number
}

/** What moves, action by action over every plan, those that move most first; one that moves in none is left out. */
export function tallyOf(plans: readonly { changes: readonly LineChange[] }[]): ActionTally[] {
  const all = Map.groupBy(
    plans.flatMap(({ changes }) => changes),
    ({ question }) => question,
  )
  const tallies = [...all].map(([question, lines]) => {
    const count = (holds: (move: Move) => boolean) => lines.filter(({ moves }) => moves.some(holds)).length
    return {
      question,
      rises: count((move) => move.what === 'place' && move.to < move.from),
      falls: count((move) => move.what === 'place' && move.to > move.from),
      enters: count(({ what }) => what === 'enters'),
      leaves: count(({ what }) => what === 'leaves'),
      rewords: count(({ what }) => !['place', 'enters', 'leaves'].includes(what)),
    }
  })
  const of = ({ rises, falls, enters, leaves, rewords }: ActionTally) =>
    rises + falls + enters + leaves + rewords
  return tallies.sort((a, b) => of(b) - of(a))
}

/** How much a plan is moved: what enters or leaves first, then the longest way, in places. */
export const wayOf = (changes: readonly LineChange[]): number =>
  Math.max(
    0,
    ...changes.flatMap(({ moves }) =>
      moves.map((move) =>
        move.what === 'enters' || move.what === 'leaves'
          ? 1000
          : move.what === 'place'
            ? Math.abs(move.to - move.from)
            : 0,
      ),
    ),
  )
