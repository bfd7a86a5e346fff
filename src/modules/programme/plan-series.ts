import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { isClash } from './db/change.ts'
import {
  insertHoldings,
  insertSeries,
  insertSessions,
  type PlannedSession,
  readPlannedBy,
} from './db/season.ts'
import { type Choice, chosen } from './domain/series.ts'
import { draftSeries, endedRule, type SeriesPlan, type SeriesRefusal } from './draft-series.ts'

export interface PlanSeries extends SeriesPlan {
  languages: readonly string[]
  /** Null: as many as the activity says. */
  hostsNeeded: number | null
  /** The dates are one course: people join once for all of them. */
  isCourse: boolean
  publish: boolean
  /** What tells one press of the button from another: the same again writes nothing more. */
  gesture?: string
  /** What was chosen for a date, by the day the rule gives (`2026-12-01`); a date that clashes is left out unless it says better. */
  choices: Readonly<Record<string, Choice>>
}

/**
 * Writes a series: its rule, and each date that is kept, as drafts or published. All of it or nothing: when somebody
 * else took a room meanwhile, the answer is `clash`, and the dates are to be looked at again.
 */
export async function planSeries(
  work: Work<'programme' | 'network' | 'access'>,
  plan: PlanSeries,
): Promise<Result<{ series: number | null; sessions: number[] }, SeriesRefusal | { refusal: 'clash' }>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (plan.gesture && centre !== null) {
    const sessions = await readPlannedBy(work, centre, plan.gesture)
    if (sessions.length > 0) return done({ series: null, sessions })
  }
  const drafted = await draftSeries(work, plan)
  if (!drafted.ok) return drafted
  const { activity, dates, place } = drafted.value
  const kept = dates
    .filter(({ holiday, isPast }) => !holiday && !isPast)
    .flatMap((date) => {
      const choice = plan.choices[date.on.toString()] ?? (date.clashes.length > 0 ? 'skip' : 'keep')
      const become = chosen({ start: date.start, spaceId: plan.spaceId }, choice)
      return become ? [{ on: date.on, ...become }] : []
    })
  const minutes = plan.minutes ?? activity.minutes
  if (kept.length === 0 || centre === null) return refuse({ refusal: 'no-date' })
  try {
    const series =
      plan.rule === null
        ? null
        : await insertSeries(work, {
            ...plan,
            minutes,
            centre,
            rule: endedRule(plan.rule, plan.endsOn, place.timeZone),
          })
    const isCourse = plan.isCourse && kept.length > 1
    const key = isCourse ? `course.${centre}.${series}` : ''
    const rowOf = (date: (typeof kept)[number], index: number, leadId: number | null): PlannedSession => ({
      centre,
      activityId: plan.activityId,
      placeId: plan.placeId,
      spaceId: date.spaceId,
      startsAt: date.start.toInstant(),
      endsAt: date.start.add({ minutes }).toInstant(),
      capacity: plan.capacity ?? activity.capacity,
      languages: plan.languages,
      status: plan.publish ? 'published' : 'draft',
      hostsNeeded: plan.hostsNeeded ?? activity.hosts,
      skillsNeeded: activity.host_skills,
      preparationMinutes: activity.preparation_minutes,
      tidyMinutes: activity.tidy_minutes,
      series: series === null ? null : { id: series, on: date.on },
      course: isCourse ? { key, index: index + 1, length: kept.length } : null,
      key: plan.gesture ? `${plan.gesture}:${date.on}` : null,
      leadId,
    })
    const [lead] = await insertSessions(
      work,
      kept.slice(0, 1).map((date) => rowOf(date, 0, null)),
    )
    const rest = await insertSessions(
      work,
      kept.slice(1).map((date, i) => rowOf(date, i + 1, isCourse ? (lead ?? null) : null)),
    )
    const sessions = [...(lead === undefined ? [] : [lead]), ...rest]
    await insertHoldings(work, centre, sessions, plan)
    return done({ series, sessions })
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
}
