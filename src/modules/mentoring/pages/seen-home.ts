import type { Language } from '#platform/i18n/index.ts'
import type { Mentor } from '../db/mentors.ts'
import type { Round } from '../db/rounds.ts'

/** Two who are together, as the team sees them. */
export interface LiveMatch {
  id: number
  founder: string
  mentor: string
  told: boolean
  lastMet: Temporal.Instant | null
  /** Nothing for a month. */
  silent: boolean
}

/** Everything on the team’s first page of mentoring. */
export interface Home {
  zone: string
  mentors: readonly { mentor: Mentor; about: string }[]
  founders: readonly { id: number; name: string; about: string; wishesWoman: boolean; waited: number }[]
  /** Founders who do not ask yet. */
  others: readonly { id: number; name: string }[]
  live: readonly LiveMatch[]
  rounds: readonly Round[]
  figures: readonly { month: Temporal.PlainDate; meetings: number; minutes: number }[]
}

/** What each part of that page is given. */
export type HomePart = Home & {
  readonly lang: Language
  readonly decides: boolean
}
