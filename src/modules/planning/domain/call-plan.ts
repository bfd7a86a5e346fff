import type { Fit } from '#modules/team/index.ts'
import { civilHour } from '#platform/calendar/civil-hour.ts'

/** How many are asked at once: enough for one to say yes, few enough not to disappoint the others. */
export const atOnce = 3

/** Nobody is asked for what begins in less than this. Minutes. */
const tooLate = 60

const { compare } = Temporal.Instant

/** When a question may leave for a session that begins then; null when it would come too late. */
export function askAt(now: Temporal.Instant, start: Temporal.ZonedDateTime): Temporal.Instant | null {
  const at = civilHour(now, start.timeZoneId)
  return compare(at, start.toInstant().subtract({ minutes: tooLate })) < 0 ? at : null
}

/** When the next ones are asked: a day later; sooner when little time is left, but never within the hour. */
export function nextWaveAt(asked: Temporal.Instant, start: Temporal.ZonedDateTime): Temporal.Instant | null {
  const left = asked.until(start.toInstant()).total('minutes')
  const minutes = Math.round(Math.min(24 * 60, Math.max(60, left / 8)))
  return askAt(asked.add({ minutes }), start)
}

/** When somebody who said « ask me later » is asked again: half of the time left, two days at most. */
export function askAgainAt(now: Temporal.Instant, start: Temporal.ZonedDateTime): Temporal.Instant | null {
  const left = now.until(start.toInstant()).total('minutes')
  return askAt(now.add({ minutes: Math.round(Math.min(48 * 60, left / 2)) }), start)
}

/** Somebody of the team, and whether she fits. */
export interface Candidate {
  member: number
  name: string
  fit: Fit
}

/** Answers that leave somebody askable: she was told it was taken, and now it is free again. */
const askable: readonly string[] = ['taken']

type Fitting<C extends Candidate> = C & { fit: Extract<Fit, { fits: true }> }

/** Those who fit and were not asked yet, the best first. */
export function stillToAsk<C extends Candidate>(
  candidates: readonly C[],
  asked: readonly { member: number; status: string }[],
): Fitting<C>[] {
  const passed = new Set(asked.filter(({ status }) => !askable.includes(status)).map(({ member }) => member))
  return candidates
    .filter((one): one is Fitting<C> => one.fit.fits && !passed.has(one.member))
    .sort((a, b) => a.fit.rank - b.fit.rank || a.member - b.member)
}

/** Who is asked next, as many as are asked at once; and whether others could be asked after them. */
export function nextToAsk<C extends Candidate>(
  candidates: readonly C[],
  asked: readonly { member: number; status: string }[],
): { next: Fitting<C>[]; more: boolean } {
  const able = stillToAsk(candidates, asked)
  return { next: able.slice(0, atOnce), more: able.length > atOnce }
}

/** What somebody may answer. */
export const answers = ['yes', 'no', 'later'] as const
export type Answer = (typeof answers)[number]

/** Hours before a session under which a withdrawal is told to the coordinators. */
export const shortNotice = 48

/** When hosts are reminded: the day before at ten, at the place; null when that has passed. */
export function hostReminderAt(
  now: Temporal.Instant,
  start: Temporal.ZonedDateTime,
): Temporal.Instant | null {
  const at = start
    .toPlainDate()
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone: start.timeZoneId, plainTime: '10:00' })
    .toInstant()
  return compare(at, now) > 0 ? at : null
}
