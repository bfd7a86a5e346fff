import type { CohortWord } from './cohort-words.ts'
import type { DecisionRefusal } from './decide-application.ts'
import type { ApplyRefusal } from './domain/cohort.ts'
import type { OpenCohortRefusal } from './open-cohort.ts'

/** What a refusal answers: its status and its sentence. */
interface Answer {
  status: 404 | 409 | 422
  word: CohortWord
}

const answerOf = {
  form: { status: 422, word: 'refused.form' },
  'cohort-unknown': { status: 404, word: 'refused.cohort-unknown' },
  'applications-closed': { status: 409, word: 'refused.applications-closed' },
  'stage-not-asked': { status: 409, word: 'refused.stage-not-asked' },
  'sector-not-asked': { status: 409, word: 'refused.sector-not-asked' },
  'already-applied': { status: 409, word: 'refused.already-applied' },
  'application-unknown': { status: 404, word: 'refused.application-unknown' },
  'offer-over': { status: 409, word: 'refused.offer-over' },
  'application-decided': { status: 409, word: 'refused.application-decided' },
  'jury-too-small': { status: 409, word: 'refused.jury-too-small' },
  'cohort-full': { status: 409, word: 'refused.cohort-full' },
  'cohort-over': { status: 409, word: 'refused.cohort-over' },
  'cohort-moved': { status: 409, word: 'refused.cohort-moved' },
  'room-unknown': { status: 422, word: 'refused.room-unknown' },
  'meeting-too-short': { status: 422, word: 'refused.meeting-too-short' },
  'room-taken': { status: 409, word: 'refused.room-taken' },
} as const satisfies Record<
  | ApplyRefusal
  | DecisionRefusal
  | OpenCohortRefusal
  | 'form'
  | 'already-applied'
  | 'offer-over'
  | 'cohort-over'
  | 'cohort-moved',
  Answer
>

export type CohortAnswer = keyof typeof answerOf
export const cohortAnswerTo = (refusal: CohortAnswer): Answer => answerOf[refusal]
