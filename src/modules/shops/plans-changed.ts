import type { Work } from '#platform/work/index.ts'
import { readAskedPlans } from './db/plans.ts'
import { type Crowd, crowdsOf } from './domain/discreet.ts'
import {
  type ActionTally,
  type LineChange,
  plansThatChange,
  type RulesMoved,
  tallyOf,
  wayOf,
} from './domain/plan-changes.ts'

/** A plan that reads otherwise, as who asks may be told of it. */
export interface ChangedPlan {
  /** Six signs that open nothing. */
  code: string
  /** Null for who sees the whole network. */
  town: string | null
  /** Null when the whole network counts too few shops for a trade or a month to be said. */
  crowd: Crowd | null
  changes: readonly LineChange[]
}

/** Which plans a change of one rule moves. */
export interface PlansChanged {
  question: string
  /** Plans looked at: every shop in the reach of who asks. */
  of: number
  /** All of them, those that move most first. */
  plans: readonly ChangedPlan[]
  /** Action by action. */
  tally: readonly ActionTally[]
}

/**
 * The plans that read otherwise, among the shops measured by a moment that are in the reach of this work; one that is not
 * there is the same line for line.
 */
export async function plansChanged(
  work: Work<'shops'>,
  { question, at, ...rules }: RulesMoved & { question: string; at: Temporal.Instant },
): Promise<PlansChanged> {
  const asked = await readAskedPlans(work, question, at)
  const wholeNetwork = work.actor.kind === 'member' && work.actor.role === 'network-manager'
  // Staff of a centre may open these shops one by one: nothing is hidden from them by rounding.
  const crowdOf: (shop: (typeof asked)[number]) => Crowd | null = wholeNetwork
    ? crowdsOf(asked)
    : ({ sector, month }) => ({ sector, from: month, to: month })
  const held = asked.flatMap((shop) => (shop.answers ? [{ ...shop, answers: shop.answers }] : []))
  const plans = plansThatChange(held, rules)
    .map(({ shop, changes }) => ({ code: shop.code, town: shop.town, crowd: crowdOf(shop), changes }))
    .sort((a, b) => wayOf(b.changes) - wayOf(a.changes) || (a.code < b.code ? -1 : 1))
  return { question, of: asked.length, plans, tally: tallyOf(plans) }
}
