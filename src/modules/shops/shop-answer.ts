import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertRound, type Measure, writeAnswers } from './db/measures.ts'
import { type Shop, touchShop } from './db/shops.ts'
import { holdsOn, type Rule } from './domain/rule.ts'
import { type Answers, type Round, rounds } from './domain/vocabulary.ts'
import { scheduleAgain } from './remind-shop.ts'

/** Days after which a shop may be measured again. */
export const daysBetween = 80

/** The round under way, or the last one: what answers belong to. */
export const roundOf = (measures: readonly Measure[]): Measure | undefined =>
  measures.find(({ finishedAt }) => finishedAt === null) ?? measures.at(-1)

/** The last measure with all its answers: what the plan is made from. */
export const lastFinished = (measures: readonly Measure[]): Measure | undefined =>
  measures.findLast(({ finishedAt }) => finishedAt !== null)

/** The next round and when it may begin; null when there is one under way, or none left. */
export function nextRound(measures: readonly Measure[]): { round: Round; from: Temporal.Instant } | null {
  const last = measures.at(-1)
  const next = rounds[measures.length]
  if (!last?.finishedAt || !next) return null
  return { round: next, from: last.finishedAt.add({ hours: 24 * daysBetween }) }
}

/** The questions of a day, those that hold, in their order. */
export const questionsOn = (rules: readonly Rule[], on: string): readonly Rule[] =>
  rules.filter((rule) => holdsOn(rule, on))

/** Whether every question of the day has its answer. */
export const isWhole = (rules: readonly Rule[], answers: Answers, on: string): boolean =>
  questionsOn(rules, on).every(({ id }) => answers[id] !== undefined)

/** Keeps some answers; with the last one the round is over, and a reminder is planned for those who wish. */
export async function answerSome(
  work: Work<'shops'>,
  {
    shop,
    measure,
    given,
    rules,
    on,
  }: {
    shop: Shop
    measure: Measure
    given: Answers
    rules: readonly Rule[]
    on: string
  },
): Promise<{ finished: boolean }> {
  const finished = isWhole(rules, { ...measure.answers, ...given }, on)
  await writeAnswers(work, { shop: shop.id, round: measure.round, answers: given, finished })
  await touchShop(work, shop.id)
  if (finished && measure.finishedAt === null) scheduleAgain(work, shop, measure.round)
  return { finished }
}

/** Begins the next measure, from a blank sheet: what was answered before would be answered again. */
export async function measureAgain(
  work: Work<'shops'>,
  shop: Shop,
  measures: readonly Measure[],
): Promise<Result<{ round: Round }, { refusal: 'tooSoon' }>> {
  const next = nextRound(measures)
  if (!next || Temporal.Instant.compare(next.from, work.now) > 0) return refuse({ refusal: 'tooSoon' })
  await insertRound(work, { shop: shop.id, centre: shop.centre, round: next.round })
  await touchShop(work, shop.id)
  return done({ round: next.round })
}
