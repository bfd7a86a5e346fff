/** What a founder may reach, in the order it usually comes. */
export const milestoneKinds = [
  'business-plan',
  'site-online',
  'first-customer',
  'premises',
  'registered',
  'hired',
] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

/** Something reached, on a day. */
export interface Milestone {
  id: number
  kind: MilestoneKind
  on: Temporal.PlainDate
  /** Where the firm is: of « registered » alone. */
  town: string | null
  /** How many people: of « hired » alone. */
  jobs: number | null
}

export type MilestoneRefusal =
  | 'milestone-to-come'
  | 'milestone-reached'
  | 'milestone-needs-firm'
  | 'milestone-has-jobs'

/** Why something cannot be said to be reached, or null. `today` at the centre. */
export function refusalOfMilestone(
  reached: readonly Pick<Milestone, 'kind'>[],
  said: { kind: MilestoneKind; on: Temporal.PlainDate },
  today: Temporal.PlainDate,
): MilestoneRefusal | null {
  if (Temporal.PlainDate.compare(said.on, today) > 0) return 'milestone-to-come'
  const has = (kind: MilestoneKind) => reached.some((one) => one.kind === kind)
  if (said.kind !== 'hired' && has(said.kind)) return 'milestone-reached'
  return said.kind === 'hired' && !has('registered') ? 'milestone-needs-firm' : null
}

/** Why a milestone cannot be taken back, or null: a firm with people hired stays one. */
export const refusalOfRemoval = (
  reached: readonly Pick<Milestone, 'kind'>[],
  removed: Pick<Milestone, 'kind'>,
): MilestoneRefusal | null =>
  removed.kind === 'registered' && reached.some(({ kind }) => kind === 'hired') ? 'milestone-has-jobs' : null
