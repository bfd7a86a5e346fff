import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import { countTold, readLiveMatches } from './db/matches.ts'
import { readFigures, readMeetings } from './db/meetings.ts'
import { readBlocking, readProposed, readRound, readRounds } from './db/rounds.ts'
import type { SeenRound } from './pages/round-pairs.tsx'
import type { Home, LiveMatch } from './pages/seen-home.ts'
import { aboutFounder, aboutMentor, zoneOf } from './read-seen.ts'
import { readSides, type Sides } from './read-sides.ts'
import { silentDays } from './signal-silence.ts'

type Wide = Work<'mentoring' | 'ventures' | 'network'>

/** Everything on the team's first page of mentoring. */
export async function readHome(work: Wide, centre: number, lang: Language): Promise<Home> {
  const sides = await readSides(work)
  const asking = new Set(sides.founders.map(({ id }) => id))
  const live = await readLive(work, sides)
  const guided = new Set(live.map(({ founder }) => founder))
  return {
    zone: await zoneOf(work, centre),
    mentors: [...sides.mentorOf.values()].map((mentor) => ({ mentor, about: aboutMentor(lang, mentor) })),
    founders: sides.founders.flatMap(({ id, waited, wishesWomanMentor }) => {
      const founder = sides.founderOf.get(id)
      return founder
        ? [
            {
              id,
              name: founder.name,
              about: aboutFounder(lang, founder),
              wishesWoman: wishesWomanMentor,
              waited,
            },
          ]
        : []
    }),
    others: [...sides.founderOf.values()]
      .filter(({ id, status }) => status === 'active' && !asking.has(id) && !guided.has(id))
      .map(({ id, name }) => ({ id, name })),
    live: live.map(({ seen }) => seen),
    rounds: await readRounds(work, 8),
    figures: await readFigures(work),
  }
}

async function readLive(work: Wide, sides: Sides): Promise<{ founder: number; seen: LiveMatch }[]> {
  const matches = await readLiveMatches(work)
  const meetings = await readMeetings(
    work,
    matches.map(({ id }) => id),
  )
  const monthAgo = work.now.subtract({ hours: 24 * silentDays })
  const isBefore = (moment: Temporal.Instant) => Temporal.Instant.compare(moment, monthAgo) < 0
  return matches
    .map((match) => {
      const lastMet =
        meetings.find((one) => one.match === match.id && one.status === 'held')?.startsAt ?? null
      const last = meetings.find((one) => one.match === match.id)?.startsAt ?? match.tellAt
      return {
        founder: match.founder,
        seen: {
          id: match.id,
          founder: sides.founderOf.get(match.founder)?.name ?? '…',
          mentor: sides.mentorOf.get(match.mentor)?.name ?? '…',
          told: Temporal.Instant.compare(match.tellAt, work.now) <= 0,
          lastMet,
          silent: isBefore(match.tellAt) && isBefore(last),
        },
      }
    })
    .sort((a, b) => Number(b.seen.silent) - Number(a.seen.silent))
}

/** Everything on the page of one matching; null when there is none. */
export async function readSeenRound(work: Wide, centre: number, id: number): Promise<SeenRound | null> {
  const round = await readRound(work, id)
  if (!round) return null
  const { founderOf, mentorOf } = await readSides(work)
  const names = (people: ReadonlyMap<number, { name: string }>) =>
    new Map([...people].map(([key, { name }]) => [key, name]))
  return {
    round,
    proposed: await readProposed(work, id),
    blocking: await readBlocking(work, id),
    founderNames: names(founderOf),
    mentorNames: names(mentorOf),
    mayUndo: round.status === 'applied' && (await countTold(work, id)) === 0,
    zone: await zoneOf(work, centre),
  }
}
