import type { Sector, Stage } from './vocabulary.ts'

export const tracks = ['everyone', 'women'] as const
export type Track = (typeof tracks)[number]

/** A group of founders who go the road together. */
export interface Cohort {
  id: number
  centre: number
  track: Track
  texts: Readonly<Partial<Record<string, { title: string; summary: string }>>> & {
    readonly fr: { title: string; summary: string }
  }
  seats: number
  /** Held by an offer or a yes. */
  seatsTaken: number
  opensOn: Temporal.PlainDate
  closesOn: Temporal.PlainDate
  /** Empty: any. */
  stages: readonly Stage[]
  sectors: readonly Sector[]
  status: CohortStatus
}

/** `dropped`: a draft that was given up before anybody could read it. `called-off`: people were told. */
export const cohortStatuses = ['draft', 'dropped', 'open', 'running', 'finished', 'called-off'] as const
export type CohortStatus = (typeof cohortStatuses)[number]
/** What a cohort may become. */
export const nextStatuses: Readonly<Record<CohortStatus, readonly CohortStatus[]>> = {
  draft: ['open', 'dropped'],
  dropped: [],
  open: ['running', 'called-off'],
  running: ['finished'],
  finished: [],
  'called-off': [],
}

/** Whether seats of a cohort are still given, said yes to and given back. */
export const isLive = (status: CohortStatus): boolean => status === 'open' || status === 'running'

export const applicationStatuses = [
  'sent',
  'offered',
  'waiting',
  'declined',
  'confirmed',
  'withdrawn',
] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]
/** What an application may become, whoever acts: the jury’s decision, her answer, time. */
export const nextApplication: Readonly<Record<ApplicationStatus, readonly ApplicationStatus[]>> = {
  sent: ['offered', 'waiting', 'declined', 'withdrawn'],
  waiting: ['offered', 'declined', 'withdrawn'],
  offered: ['confirmed', 'withdrawn'],
  confirmed: ['withdrawn'],
  declined: [],
  withdrawn: [],
}

/** Whether a seat is kept for an application. */
export const holdsSeat = (status: ApplicationStatus): boolean =>
  status === 'offered' || status === 'confirmed'

/** Who applies, why, and what became of it. */
export interface Application {
  id: number
  centre: number
  cohort: number
  founder: number
  motivation: string
  status: ApplicationStatus
  sentAt: Temporal.Instant
  offerUntil: Temporal.Instant | null
  /** Out of 100, from the jury. */
  points: number | null
}

export type ApplyRefusal = 'cohort-unknown' | 'applications-closed' | 'stage-not-asked' | 'sector-not-asked'

/** Why somebody cannot apply, or null. `today` at the centre. */
export function refusalOfApplication(
  cohort: Pick<Cohort, 'status' | 'opensOn' | 'closesOn' | 'stages' | 'sectors'>,
  founder: { stage: Stage; sector: Sector },
  today: Temporal.PlainDate,
): ApplyRefusal | null {
  const isOpen =
    cohort.status === 'open' &&
    Temporal.PlainDate.compare(cohort.opensOn, today) <= 0 &&
    Temporal.PlainDate.compare(today, cohort.closesOn) <= 0
  if (!isOpen) return 'applications-closed'
  if (cohort.stages.length > 0 && !cohort.stages.includes(founder.stage)) return 'stage-not-asked'
  return cohort.sectors.length > 0 && !cohort.sectors.includes(founder.sector) ? 'sector-not-asked' : null
}
