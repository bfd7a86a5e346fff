/** What a mentor says of herself, and nothing more. Codes are those of founders’ needs and sectors. */
export interface MentorProfile {
  helps: readonly string[]
  sectors: readonly string[]
  worksIn: string | null
  avoidsRivals: boolean
  avoidsSectors: readonly string[]
  languages: readonly string[]
  weekly: readonly string[]
  /** Founders she can guide at the same time, 1 to 5. */
  capacity: number
  saysWoman: boolean
}

/** What comes after a meeting. */
export const nextSteps = [
  'meet-again',
  'try-it',
  'see-expert',
  'come-to-workshop',
  'write-it-down',
  'nothing',
] as const
export type NextStep = (typeof nextSteps)[number]

/** Where two people meet. */
export const ways = ['centre', 'phone', 'video', 'elsewhere'] as const
export type Way = (typeof ways)[number]

/** Which of the two. */
export type Side = 'founder' | 'mentor'
