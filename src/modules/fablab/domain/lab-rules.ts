import type { HouseRules } from './vocabulary.ts'

/** Between which numbers each rule of a lab may be set; the same as in the database. */
export const ruleBounds: Readonly<Record<keyof HouseRules, readonly [number, number]>> = {
  bookingsAhead: [1, 20],
  daysAhead: [1, 180],
  absencesAllowed: [1, 20],
  absenceDays: [1, 365],
  pauseDays: [1, 90],
  supervisedUnder: [0, 18],
}
export const ruleNames = Object.keys(ruleBounds) as (keyof HouseRules)[]

/** The rules as typed, or the names of those that are out of bounds. */
export function rulesOf(
  typed: Readonly<Record<string, string | string[]>>,
): { ok: true; rules: HouseRules } | { ok: false; wrong: (keyof HouseRules)[] } {
  const read = ruleNames.map((name) => {
    const text = String([typed[name] ?? ''].flat()[0] ?? '').trim()
    const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
    const [least, most] = ruleBounds[name]
    return { name, value, isGood: value >= least && value <= most }
  })
  const wrong = read.filter(({ isGood }) => !isGood).map(({ name }) => name)
  if (wrong.length > 0) return { ok: false, wrong }
  return {
    ok: true,
    rules: Object.fromEntries(read.map(({ name, value }) => [name, value])) as unknown as HouseRules,
  }
}
