import { readTowns } from '#modules/network/index.ts'
import { type Founder, readFounders } from '#modules/ventures/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type Match, readLiveMatches } from './db/matches.ts'
import { readMeetings, readWords } from './db/meetings.ts'
import { type Mentor, readMentors } from './db/mentors.ts'
import { readAsks, readWishes } from './db/wanting.ts'
import type { SeenByFounder } from './pages/founder.tsx'
import type { SeenByMentor } from './pages/mentor.tsx'
import type { SeenMatch } from './pages/seen-match.ts'
import { type Word, words } from './words.ts'

const list = (lang: Language, codes: readonly string[], kind: 'need' | 'sector') =>
  new Intl.ListFormat(lang).format(codes.map((code) => words(lang)(`${kind}.${code}` as Word)))

/** What is said of a founder to whom does not know her: what she does and needs, never her idea nor her name. */
export const aboutFounder = (lang: Language, { sector, stage, needs }: Founder): string =>
  words(lang)('aboutFounder', {
    sector: words(lang)(`sector.${sector}`),
    stage: words(lang)(`stage.${stage}`),
    needs: list(lang, needs, 'need'),
  })

export const aboutMentor = (lang: Language, { helps }: Mentor): string =>
  words(lang)('aboutMentor', { helps: list(lang, helps, 'need') })

/** Matches both were told of. */
const told = async (work: Work<'mentoring'>): Promise<Match[]> =>
  (await readLiveMatches(work)).filter(({ tellAt }) => Temporal.Instant.compare(tellAt, work.now) <= 0)

async function seenOf(
  work: Work<'mentoring'>,
  match: Match,
  { other, about }: { other: string; about: string },
): Promise<SeenMatch> {
  const meetings = await readMeetings(work, [match.id])
  const kept = await readWords(
    work,
    meetings.map(({ id }) => id),
  )
  return { match, other, about, meetings, words: kept }
}

export const zoneOf = async (work: Work<'network'>, centre: number): Promise<string> =>
  (await readTowns(work)).find((town) => town.centre === centre)?.timeZone ?? 'UTC'

type Wide = Work<'mentoring' | 'ventures' | 'network'>

/** Everything on the page of a mentor. */
export async function readForMentor(work: Wide, mentor: Mentor, lang: Language): Promise<SeenByMentor> {
  const founders = new Map((await readFounders(work)).map((one) => [one.id, one]))
  const asks = await readAsks(work)
  const mine = (await told(work)).filter((match) => match.mentor === mentor.id)
  const guided = new Set((await readLiveMatches(work)).map(({ founder }) => founder))
  const matches: SeenMatch[] = []
  for (const match of mine) {
    const founder = founders.get(match.founder)
    if (founder)
      matches.push(await seenOf(work, match, { other: founder.name, about: aboutFounder(lang, founder) }))
  }
  return {
    mentor,
    matches,
    others: [...founders.values()]
      .filter(({ id }) => asks.has(id) && !guided.has(id))
      .map((founder) => ({ id: founder.id, label: aboutFounder(lang, founder) })),
    ranked: (await readWishes(work))
      .filter((wish) => wish.side === 'mentor' && wish.mentor === mentor.id)
      .map(({ founder }) => founder),
    zone: await zoneOf(work, mentor.centre),
  }
}

/** Everything on a founder's page about her mentor. */
export async function readForFounder(work: Wide, founder: Founder, lang: Language): Promise<SeenByFounder> {
  const mentors = new Map((await readMentors(work)).map((one) => [one.id, one]))
  const match = (await told(work)).find((one) => one.founder === founder.id)
  const mentor = match && mentors.get(match.mentor)
  return {
    seen: mentor ? await seenOf(work, match, { other: mentor.name, about: aboutMentor(lang, mentor) }) : null,
    asks: (await readAsks(work)).has(founder.id),
    others: [...mentors.values()]
      .filter(({ status }) => status === 'welcome')
      .map((one) => ({ id: one.id, label: `${one.name} · ${list(lang, one.helps, 'need')}` })),
    ranked: (await readWishes(work))
      .filter((wish) => wish.side === 'founder' && wish.founder === founder.id)
      .map((wish) => wish.mentor),
    zone: await zoneOf(work, founder.centre),
  }
}
