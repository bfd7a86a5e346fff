import { holdsOn, type Rule } from './rule.ts'
import type { Answers, Area } from './vocabulary.ts'

/** Why a line stands where it stands: each part is said beside it. */
export interface PlanLine {
  rule: Rule
  answer: 'no' | 'partly'
  /** The day the law gives, when it counts: past, or within a year. */
  deadline: { on: string; overdue: boolean } | null
  /** Effect for an hour of work: what ranks lines without a date. Half for what is done in part. */
  worth: number
  /** This week, this month, or later: three, then four, then the rest. */
  when: 'week' | 'month' | 'later'
}

/** How many lines are for this week, and for this month: more would not be done. */
const ofTheWeek = 3
const ofTheMonth = 4

/** When the line of a place is for; places count from 1. */
export const whenAt = (place: number): PlanLine['when'] =>
  place <= ofTheWeek ? 'week' : place <= ofTheWeek + ofTheMonth ? 'month' : 'later'

/**
 * The plan of a shop on a day: what it answered « no » or « partly » to, among the rules that hold. Dates first, the
 * soonest first, when they are past or within a year; then what is worth most for the time it takes; then the order of
 * the questions. The same answers, rules and day always make the same plan.
 */
export function planOf(rules: readonly Rule[], answers: Answers, on: string): PlanLine[] {
  const inAYear = Temporal.PlainDate.from(on).add({ years: 1 }).toString()
  return rules
    .filter((rule) => holdsOn(rule, on))
    .flatMap((rule) => {
      const answer = answers[rule.id]
      if (answer !== 'no' && answer !== 'partly') return []
      const { deadline, effect, minutes } = rule.action
      const counts = deadline !== undefined && deadline <= inAYear
      const worth = ((answer === 'no' ? 1 : 0.5) * effect * 60) / minutes
      return [
        { rule, answer, worth, deadline: counts ? { on: deadline, overdue: deadline <= on } : null } as const,
      ]
    })
    .map((line, order) => ({ ...line, order }))
    .sort((a, b) => byDeadline(a, b) || b.worth - a.worth || a.order - b.order)
    .map(({ order: _, ...line }, i) => ({
      ...line,
      when: whenAt(i + 1),
    }))
}

type Dated = Pick<PlanLine, 'deadline'>
function byDeadline(a: Dated, b: Dated): number {
  if (!a.deadline || !b.deadline) return a.deadline ? -1 : b.deadline ? 1 : 0
  return a.deadline.on < b.deadline.on ? -1 : a.deadline.on > b.deadline.on ? 1 : 0
}

/** How a shop stands in an area: out of the questions that are about it, those it does, half for a part. */
export interface Standing {
  area: Area
  done: number
  of: number
}

/** Where a shop stands, area by area; an area none of whose questions is about it is left out. */
export function standingOf(rules: readonly Rule[], answers: Answers, on: string): Standing[] {
  const held = rules.filter((rule) => holdsOn(rule, on))
  return [...Map.groupBy(held, ({ area }) => area)].flatMap(([area, own]) => {
    const given = own.flatMap(({ id }) => answers[id] ?? []).filter((answer) => answer !== 'na')
    const done = given.reduce(
      (sum, answer) => sum + (answer === 'yes' ? 1 : answer === 'partly' ? 0.5 : 0),
      0,
    )
    return given.length === 0 ? [] : [{ area, done, of: given.length }]
  })
}
