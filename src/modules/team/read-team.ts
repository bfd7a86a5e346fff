import type { Work } from '#platform/work/index.ts'
import { type Profile, readMinutes, readProfiles, readZone } from './db/team.ts'
import { type Window, windowsOf } from './domain/week.ts'

export type { Profile } from './db/team.ts'

/** A member who may host, with the times she usually has in the period and what she gave in the year before it. */
export interface TeamMember extends Profile {
  /** Times she usually has between the two moments, absences left out. */
  windows: Window[]
  /** Minutes given in the 365 days before the period ends. */
  minutesGiven: number
}

/** The members of a centre who may host between two moments, by name. */
export async function readTeam(
  work: Work<'team' | 'network' | 'access'>,
  centre: number,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<TeamMember[]> {
  const timeZone = await readZone(work, centre)
  const until = to.toZonedDateTimeISO(timeZone).toPlainDate()
  const given = await readMinutes(work, centre, { from: until.subtract({ days: 365 }), until })
  return (await readProfiles(work, { centre })).map((profile) => ({
    ...profile,
    windows: windowsOf(profile.weekly, profile.absences, { from, to }, timeZone),
    minutesGiven: given.get(profile.member) ?? 0,
  }))
}

/** What one member of the actor's centre says of herself; null when there is none, or when it is not the actor's to read. */
export async function readProfile(
  work: Work<'team' | 'network' | 'access'>,
  member: number,
): Promise<Profile | null> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (centre === null) return null
  return (await readProfiles(work, { centre, member }))[0] ?? null
}
