import type { Shaped } from './shape.ts'

/** What is checked, in this order. */
export const stepNames = ['read', 'shape', 'subject', 'issuer', 'key', 'proof', 'dates', 'status'] as const
export type StepName = (typeof stepNames)[number]

/** One thing checked, and the sentence that says how it went. */
export interface Step {
  name: StepName
  state: 'ok' | 'no' | 'unknown' | 'skipped'
  /** A word of the catalogue; none for what was not looked at. */
  word: string | null
  /** What fills the sentence; moments are said as days. */
  values: Readonly<Record<string, string | Temporal.Instant>>
}

export interface Verification {
  /** `good`: ours, and all is well. `elsewhere`: nothing wrong, and not for us to say. `bad`: something is wrong. */
  verdict: 'good' | 'bad' | 'elsewhere'
  steps: Step[]
  /** What the badge says, when it can be read; believe it only when it is good. */
  badge: Shaped | null
}

export const ok = (name: StepName, word: string, values: Step['values'] = {}): Step => ({
  name,
  state: 'ok',
  word,
  values,
})
export const no = (name: StepName, word: string, values: Step['values'] = {}): Step => ({
  name,
  state: 'no',
  word,
  values,
})

/** One thing wrong makes a badge bad; one thing unknown leaves it to its issuer. What was not reached is said so. */
export function verdictOf(steps: readonly Step[], badge: Shaped | null = null): Verification {
  const all = stepNames.map(
    (name): Step =>
      steps.find((step) => step.name === name) ?? { name, state: 'skipped', word: null, values: {} },
  )
  const states = new Set(all.map(({ state }) => state))
  const verdict = states.has('no')
    ? 'bad'
    : states.has('unknown') || states.has('skipped')
      ? 'elsewhere'
      : 'good'
  return { verdict, steps: all, badge }
}

/** Whether a badge is valid at a moment. Both ends belong to it. */
export function judgeDates(badge: Pick<Shaped, 'validFrom' | 'validUntil'>, now: Temporal.Instant): Step {
  const from = Temporal.Instant.from(badge.validFrom)
  const until = badge.validUntil === undefined ? null : Temporal.Instant.from(badge.validUntil)
  if (Temporal.Instant.compare(now, from) < 0) return no('dates', 'dates.early', { from })
  if (until && Temporal.Instant.compare(now, until) > 0) return no('dates', 'dates.late', { until })
  return until ? ok('dates', 'dates.until', { from, until }) : ok('dates', 'dates.ok', { from })
}
