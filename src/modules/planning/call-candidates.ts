import { season } from '#modules/programme/index.ts'
import { fits, readTeam, type TeamMember } from '#modules/team/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { OpenNeed } from './db/call-needs.ts'
import { readAsked, readHosted } from './db/calls.ts'
import type { Candidate } from './domain/call-plan.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access' | 'team'

/** Everybody of the centre's team who hosts, and for each whether she fits the need, and why. By name. */
export async function readCandidates(
  work: Work<Schemas>,
  need: OpenNeed,
): Promise<(Candidate & { profile: TeamMember })[]> {
  const from = need.start.subtract({ minutes: need.preparationMinutes }).toInstant()
  const to = need.end.add({ minutes: need.tidyMinutes }).toInstant()
  const team = await readTeam(work, need.centre, need.start.toInstant(), need.end.toInstant())
  const hosts = team.map(({ member }): season.Resource => ({ kind: 'host', id: member }))
  const occupations = await season.readOccupations(work, hosts, { from, to })
  const travel = await season.readTravel(work, [need.place, ...new Set(occupations.map((o) => o.place.id))])
  const asked = await readAsked(work, need.centre, work.now.subtract({ hours: 24 * 30 }))
  const hosted = await readHosted(work, need.centre, {
    from: need.start.subtract({ days: 90 }).toInstant(),
    to: need.start.add({ days: 90 }).toInstant(),
  })
  const wish = { place: need.place, stop: need.stop, session: null, from, to }
  return team.map((profile) => ({
    member: profile.member,
    name: profile.name,
    profile,
    fit: fits(profile, need, {
      free:
        season.clashesOf({ ...wish, resources: [{ kind: 'host', id: profile.member }] }, occupations, travel)
          .length === 0,
      askedThisMonth: asked.get(profile.member) ?? 0,
      hosted: hosted.get(profile.member) ?? 0,
    }),
  }))
}
