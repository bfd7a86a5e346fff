import type { PlannedSession } from '#fixtures/world.ts'

/** Sessions of the demo that one rule made: same place, activity, hour, weekday and host. */
export interface DemoSeries {
  key: string
  rule: string
  sessions: readonly PlannedSession[]
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The series behind a plan: whatever comes back at least twice. */
export function seriesIn(planned: readonly PlannedSession[]): DemoSeries[] {
  const groups = Map.groupBy(planned, ({ place, activity, startsAt, host }) =>
    [place, activity, startsAt.toPlainTime().toString(), startsAt.dayOfWeek, host].join('.'),
  )
  return [...groups].flatMap(([key, sessions]) => {
    const [first, second] = sessions
    if (!first || !second) return []
    const weeks = Math.round(first.startsAt.until(second.startsAt, { largestUnit: 'weeks' }).weeks)
    const end = sessions
      .at(-1)
      ?.startsAt.toInstant()
      .toString({ smallestUnit: 'second' })
      .replace(/[-:]/g, '')
    const rule = `FREQ=WEEKLY;INTERVAL=${weeks};WKST=MO;BYDAY=${weekdayCodes[first.startsAt.dayOfWeek - 1]};UNTIL=${end}`
    return [{ key, rule, sessions }]
  })
}
