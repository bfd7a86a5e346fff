/** What is done again and again at a machine, every so many weeks, or hours of use, whichever comes first. */
export interface UpkeepPlan {
  id: number
  machine: number
  task: string
  everyWeeks: number | null
  everyHours: number | null
  doneAt: Temporal.Instant
  /** Minutes the machine was used since then. */
  usedSince: number
}

/** How near the next time is: `late` counts from the due day on; null hours: not counted in use. */
export interface UpkeepDue {
  state: 'due' | 'soon' | 'later'
  /** The day it falls due by the calendar; null: by use only. */
  on: Temporal.Instant | null
  /** Hours of use left, 0 when due; null: by the calendar only. */
  hoursLeft: number | null
}

/** Said ahead, so that a part can be bought. */
const soonDays = 7
const soonHours = 5

/** When a plan falls due: the calendar and the hours of use are both looked at, and the nearer one decides. */
export function upkeepDue(
  plan: Omit<UpkeepPlan, 'id' | 'machine' | 'task'>,
  now: Temporal.Instant,
): UpkeepDue {
  const on = plan.everyWeeks === null ? null : plan.doneAt.add({ hours: 24 * 7 * plan.everyWeeks })
  const hoursLeft =
    plan.everyHours === null ? null : Math.max(0, Math.ceil(plan.everyHours - plan.usedSince / 60))
  const isBefore = (moment: Temporal.Instant) => on !== null && Temporal.Instant.compare(on, moment) <= 0
  if (isBefore(now) || hoursLeft === 0) return { state: 'due', on, hoursLeft }
  const isSoon = isBefore(now.add({ hours: 24 * soonDays })) || (hoursLeft !== null && hoursLeft <= soonHours)
  return { state: isSoon ? 'soon' : 'later', on, hoursLeft }
}
