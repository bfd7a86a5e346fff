import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import type { Learner } from './db/learners.ts'
import { deleteStep, insertStep, writeProgress } from './db/walks.ts'
import { mayNoteAlone } from './domain/progress.ts'
import { readFollowed } from './read-learner.ts'

export interface NoteStep {
  learner: Learner
  path: string
  step: string
  /** False takes the note back. */
  isDone: boolean
}

/**
 * Notes that a step is done, or takes it back. The learner herself notes games and exercises; the team notes every step.
 * A session on the roll stays done whatever is noted. When nothing is left the path is finished.
 */
export async function noteStep(
  work: Work<'learning' | 'attendance'>,
  { learner, path, step, isDone }: NoteStep,
): Promise<Result<{ finished: boolean }, { refusal: 'step-unknown' | 'noted-by-the-team' }>> {
  const found = (await readFollowed(work, learner)).find((one) => one.path.id === path)
  const known = found?.path.steps.find(({ id }) => id === step)
  const state = found?.progress.steps.find((one) => one.step.id === step)
  if (!known || !state) return refuse({ refusal: 'step-unknown' })
  const member = work.actor.kind === 'member' ? work.actor.member : null
  if (member === null && (!mayNoteAlone(known) || state.done === 'team'))
    return refuse({ refusal: 'noted-by-the-team' })
  const noted = { learner: learner.id, centre: learner.centre, path, step, member }
  await (isDone ? insertStep(work, noted) : deleteStep(work, noted))
  const after = (await readFollowed(work, learner)).find((one) => one.path.id === path)
  const finished = after?.progress.finished ?? false
  await writeProgress(work, { learner: learner.id, path }, finished)
  return done({ finished })
}
