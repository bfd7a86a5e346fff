import type { Path, Step } from './path.ts'

/** How a step is known to be done: the learner said so, the team did, or the roll of a session shows it. */
export type How = 'self' | 'team' | 'attended'

export interface StepState {
  step: Step
  done: How | null
  /** The first step that is not done yet: the one to show. */
  isNext: boolean
}

export interface Progress {
  steps: StepState[]
  done: number
  next: Step | null
  finished: boolean
}

/** Who may note a step: sessions and other sites are noted by the team, the rest by the learner as well. */
export const mayNoteAlone = (step: Step): boolean => step.kind === 'game' || step.kind === 'exercise'

/**
 * Where somebody is on a path. A session counts when it was noted, or when she was present at any of its activities.
 * Steps may be done in any order: the next one is simply the first that is not.
 */
export function progressOf(
  path: Path,
  noted: ReadonlyMap<string, 'self' | 'team'>,
  attended: ReadonlySet<string>,
): Progress {
  const how = (step: Step): How | null => {
    if (step.kind === 'session' && step.activities.some((slug) => attended.has(slug))) return 'attended'
    return noted.get(step.id) ?? null
  }
  const known = path.steps.map((step) => ({ step, done: how(step) }))
  const next = known.find(({ done }) => done === null)?.step ?? null
  return {
    steps: known.map((one) => ({ ...one, isNext: one.step === next })),
    done: known.filter(({ done }) => done !== null).length,
    next,
    finished: next === null,
  }
}
