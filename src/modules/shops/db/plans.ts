import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Answers, Sector } from '../domain/vocabulary.ts'

/** A shop that was measured, as who weighs a rule may see it. */
export interface AskedPlan {
  /** Six signs, for this rule and this reach alone; it opens nothing. */
  code: string
  /** Null for who sees the whole network. */
  town: string | null
  sector: Sector
  /** When it was last measured: « 2026-11 », UTC. */
  month: string
  /** Null when its plan does not hold the question: the rule cannot move it. */
  answers: Answers | null
}

/** Signs that cannot be confused when they are read aloud: no 0 O 1 I L U. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeOf = (plan: Buffer): string =>
  Array.from(plan.subarray(0, 6), (byte) => signs[byte % signs.length]).join('')

/**
 * Every shop in the reach of this work as it was last measured before a moment, with its answers when its plan holds the
 * question. The network manager reaches them all and no town; centre staff reach their own; nobody else any.
 */
export async function readAskedPlans(
  work: Work<'shops'>,
  question: string,
  at: Temporal.Instant,
): Promise<AskedPlan[]> {
  const { rows } = await sql<{
    plan: Buffer
    town: string | null
    sector: Sector
    month: string
    answers: Answers | null
  }>`
    select plan, town, sector, to_char(month, 'YYYY-MM') as month, answers
    from shops.plans_asked(${question}, ${at})`.execute(work.tx)
  return rows.map(({ plan, ...row }) => ({ ...row, code: codeOf(plan) }))
}
