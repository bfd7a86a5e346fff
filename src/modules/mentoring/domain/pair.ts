import { weights } from './weights.ts'

/** A founder as far as a matching looks: nothing of this is a name. */
export interface FounderSide {
  id: number
  /** Spoken, the dearest first. */
  languages: readonly string[]
  /** Half-days she is free, as « 2-morning ». */
  weekly: readonly string[]
  sector: string
  needs: readonly string[]
  childcare: boolean
  wishesWomanMentor: boolean
  /** Matchings that left her out until now: whoever waited is served first. */
  waited: number
  /** Mentors she would like, the dearest first; most often none. */
  ranked: readonly number[]
}

/** A mentor as far as a matching looks. */
export interface MentorSide {
  id: number
  languages: readonly string[]
  weekly: readonly string[]
  /** What this mentor can help with, in the words of founders’ needs. */
  helps: readonly string[]
  /** Sectors known well. */
  sectors: readonly string[]
  /** The sector this mentor works in now; null when none. */
  worksIn: string | null
  /** Would rather not guide somebody of the same trade. */
  avoidsRivals: boolean
  avoidsSectors: readonly string[]
  /** True only when she wished it said. */
  saysWoman: boolean
  /** Places left: those promised minus those taken. */
  free: number
  ranked: readonly number[]
}

export const exclusions = [
  'no-free-place',
  'kept-apart',
  'woman-wished',
  'sector-avoided',
  'rival',
  'no-language',
  'no-half-day',
  'no-need',
] as const
export type Exclusion = (typeof exclusions)[number]

/** What a person may overrule when she chooses a pair by hand: the two have not said no to it. */
export const isOverruled = (why: Exclusion): boolean => why === 'no-half-day' || why === 'no-need'

export const criteria = ['needs', 'sector', 'halfDays', 'language', 'daytime', 'room'] as const
export type Criterion = (typeof criteria)[number]

/** Points a pair has for one criterion, of how many, and what it is about: codes of needs, of a sector, of half-days. */
export interface Reason {
  criterion: Criterion
  points: number
  of: number
  about: string[]
}

/** What keeps two people from being proposed to each other, every reason of it; empty when nothing does. */
export function excludedBy(founder: FounderSide, mentor: MentorSide, apart: boolean): Exclusion[] {
  const excluded: Record<Exclusion, boolean> = {
    'no-free-place': mentor.free < 1,
    'kept-apart': apart,
    'woman-wished': founder.wishesWomanMentor && !mentor.saysWoman,
    'sector-avoided': mentor.avoidsSectors.includes(founder.sector),
    rival: mentor.avoidsRivals && mentor.worksIn === founder.sector,
    'no-language': shared(founder.languages, mentor.languages).length === 0,
    'no-half-day': shared(founder.weekly, mentor.weekly).length === 0,
    'no-need': shared(founder.needs, mentor.helps).length === 0,
  }
  return exclusions.filter((why) => excluded[why])
}

/** Why two people would suit each other, criterion by criterion; points are whole and add up to 100 at most. */
export function reasonsFor(founder: FounderSide, mentor: MentorSide): Reason[] {
  const needs = shared(founder.needs, mentor.helps)
  const halfDays = shared(founder.weekly, mentor.weekly)
  const daytime = halfDays.filter(isSchoolTime)
  const language = shared(founder.languages, mentor.languages)
  const knows = mentor.sectors.includes(founder.sector) || mentor.worksIn === founder.sector
  const parts: Record<Criterion, { share: number; about: string[] }> = {
    needs: { share: founder.needs.length ? needs.length / founder.needs.length : 0, about: needs },
    sector: { share: knows ? 1 : 0, about: knows ? [founder.sector] : [] },
    // Three half-days to choose from are as good as ten.
    halfDays: { share: Math.min(halfDays.length, 3) / 3, about: halfDays },
    language: {
      share: language[0] === undefined ? 0 : language[0] === founder.languages[0] ? 1 : 0.5,
      about: language,
    },
    daytime: {
      share: !founder.childcare || daytime.length > 0 ? 1 : 0,
      about: founder.childcare ? daytime : [],
    },
    room: { share: Math.min(mentor.free, 3) / 3, about: [] },
  }
  return criteria.map((criterion) => ({
    criterion,
    points: Math.round(weights[criterion] * parts[criterion].share),
    of: weights[criterion],
    about: parts[criterion].about,
  }))
}

export const scoreOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((total, { points }) => total + points, 0)

/** In the order of the first. */
const shared = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((one) => others.includes(one))

/** While children are at school: mornings and afternoons from Monday to Friday. */
const isSchoolTime = (code: string): boolean => /^[1-5]-(morning|afternoon)$/.test(code)
