import { type Founder, readFounders } from '#modules/ventures/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readLiveMatches } from './db/matches.ts'
import { type Mentor, readMentors } from './db/mentors.ts'
import { readApart, readAsks, readWaited, readWishes, type Wish } from './db/wanting.ts'
import type { FounderSide, MentorSide } from './domain/pair.ts'
import { pairKey } from './domain/propose.ts'

/** Everybody a matching of the centre looks at, with their names for whoever decides. */
export interface Sides {
  founders: FounderSide[]
  mentors: MentorSide[]
  apart: ReadonlySet<string>
  /** Everybody of the centre, matched or not, by id. */
  founderOf: ReadonlyMap<number, Founder>
  mentorOf: ReadonlyMap<number, Mentor>
}

/**
 * Founders who ask and have no mentor; mentors who are welcome and do not pause. Those without a place left are among
 * them: whoever is left out reads so.
 */
export async function readSides(work: Work<'mentoring' | 'ventures'>): Promise<Sides> {
  const people = await readFounders(work)
  const guides = await readMentors(work)
  const asks = await readAsks(work)
  const wishes = await readWishes(work)
  const waited = await readWaited(work)
  const guided = new Set((await readLiveMatches(work)).map(({ founder }) => founder))
  return {
    founders: people
      .filter(({ id, status }) => status === 'active' && asks.has(id) && !guided.has(id))
      .map((founder) => founderSide(founder, wishes, waited.get(founder.id) ?? 0)),
    mentors: guides.filter(({ status }) => status === 'welcome').map((mentor) => mentorSide(mentor, wishes)),
    apart: new Set((await readApart(work)).map(({ founder, mentor }) => pairKey(founder, mentor))),
    founderOf: new Map(people.map((one) => [one.id, one])),
    mentorOf: new Map(guides.map((one) => [one.id, one])),
  }
}

const founderSide = (founder: Founder, wishes: readonly Wish[], waited: number): FounderSide => ({
  id: founder.id,
  languages: founder.languages,
  weekly: founder.weekly,
  sector: founder.sector,
  needs: founder.needs,
  childcare: founder.childcare,
  wishesWomanMentor: founder.wishesWomanMentor,
  waited,
  ranked: wishes
    .filter((wish) => wish.side === 'founder' && wish.founder === founder.id)
    .map(({ mentor }) => mentor),
})

const mentorSide = (mentor: Mentor, wishes: readonly Wish[]): MentorSide => ({
  id: mentor.id,
  languages: mentor.languages,
  weekly: mentor.weekly,
  helps: mentor.helps,
  sectors: mentor.sectors,
  worksIn: mentor.worksIn,
  avoidsRivals: mentor.avoidsRivals,
  avoidsSectors: mentor.avoidsSectors,
  saysWoman: mentor.saysWoman,
  free: mentor.capacity - mentor.taken,
  ranked: wishes
    .filter((wish) => wish.side === 'mentor' && wish.mentor === mentor.id)
    .map(({ founder }) => founder),
})
