/** Where a project is. */
export const stages = ['idea', 'preparing', 'started', 'growing'] as const
export type Stage = (typeof stages)[number]

/** What founders may need, and mentors may give. */
export const founderNeeds = [
  'customers',
  'money',
  'law',
  'web',
  'photos',
  'confidence',
  'organisation',
  'premises',
] as const
export type FounderNeed = (typeof founderNeeds)[number]

/** What is sold, in a word. */
export const sectors = [
  'food',
  'clothes',
  'beauty',
  'crafts',
  'repair',
  'care',
  'teaching',
  'digital',
  'culture',
  'transport',
  'trade',
  'other',
] as const
export type Sector = (typeof sectors)[number]

/** Languages founders, experts and mentors may share, the most spoken in our towns first. */
export const spokenLanguages = ['fr', 'en', 'ar', 'es', 'pt', 'tr', 'de', 'it', 'zh'] as const

/** What a founder says of her project, and nothing more. */
export interface FounderProfile {
  /** One sentence: what is sold. */
  idea: string
  stage: Stage
  sector: Sector
  needs: readonly FounderNeed[]
  /** Languages she speaks, as codes. */
  languages: readonly string[]
  /** Half-days she is free, as `team` writes them: « 1-morning ». */
  weekly: readonly string[]
  /** Times must fit with a child. */
  childcare: boolean
  wishesWomanMentor: boolean
}

export type FounderStatus = 'active' | 'alumni' | 'paused'

/** Somebody who starts a business. */
export interface Founder extends FounderProfile {
  id: number
  centre: number
  name: string
  phoneSealed: Buffer | null
  emailSealed: Buffer | null
  language: string
  tokenSealed: Buffer
  status: FounderStatus
  startedAt: Temporal.Instant
  lastStepAt: Temporal.Instant
}
