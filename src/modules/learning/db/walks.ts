import type { Work } from '#platform/work/index.ts'

/** A path somebody follows, with the steps noted so far. */
export interface Walk {
  learner: number
  path: string
  startedAt: Temporal.Instant
  finishedAt: Temporal.Instant | null
  noted: Map<string, 'self' | 'team'>
  /** Token of the badge given for it, sealed; null before. */
  badgeSealed: Buffer | null
}

/** Begins a path; one that is followed already is left as it is. */
export async function insertWalk(
  work: Work<'learning'>,
  walk: { learner: number; centre: number; path: string },
): Promise<void> {
  await work.tx
    .insertInto('learning.walks')
    .values({ learner_id: walk.learner, centre_id: walk.centre, path: walk.path, started_at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Every path of these learners, the first begun first. */
export async function readWalks(work: Work<'learning'>, learners: readonly number[]): Promise<Walk[]> {
  if (learners.length === 0) return []
  const walks = await work.tx
    .selectFrom('learning.walks')
    .selectAll()
    .where('learner_id', 'in', [...learners])
    .orderBy('started_at')
    .orderBy('path')
    .execute()
  const steps = await work.tx
    .selectFrom('learning.steps')
    .select(['learner_id', 'path', 'step', 'noted_by'])
    .where('learner_id', 'in', [...learners])
    .execute()
  return walks.map((walk) => ({
    learner: Number(walk.learner_id),
    path: walk.path,
    startedAt: walk.started_at,
    finishedAt: walk.finished_at,
    badgeSealed: walk.badge_token_sealed,
    noted: new Map(
      steps
        .filter(({ learner_id, path }) => learner_id === walk.learner_id && path === walk.path)
        .map(({ step, noted_by }) => [step, noted_by === 'team' ? 'team' : 'self']),
    ),
  }))
}

export interface StepNoted {
  learner: number
  centre: number
  path: string
  step: string
  member: number | null
}

/** Notes a step; noted twice, the first one stays. */
export async function insertStep(work: Work<'learning'>, noted: StepNoted): Promise<void> {
  await work.tx
    .insertInto('learning.steps')
    .values({
      learner_id: noted.learner,
      centre_id: noted.centre,
      path: noted.path,
      step: noted.step,
      noted_by: noted.member === null ? 'self' : 'team',
      member_id: noted.member,
      done_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteStep(work: Work<'learning'>, noted: StepNoted): Promise<void> {
  await work.tx
    .deleteFrom('learning.steps')
    .where('learner_id', '=', noted.learner)
    .where('path', '=', noted.path)
    .where('step', '=', noted.step)
    .execute()
}

/** Writes that a path is finished, or no longer is, and that the learner did something. */
export async function writeProgress(
  work: Work<'learning'>,
  { learner, path }: { learner: number; path: string },
  finished: boolean,
): Promise<void> {
  await work.tx
    .updateTable('learning.walks')
    .set({ finished_at: finished ? work.now : null })
    .where('learner_id', '=', learner)
    .where('path', '=', path)
    .where('finished_at', finished ? 'is' : 'is not', null)
    .execute()
  await work.tx
    .updateTable('learning.learners')
    .set({ last_step_at: work.now })
    .where('id', '=', learner)
    .execute()
}

/** How many began and finished each path in the centre of this work, all months together. */
export async function readPathFigures(
  work: Work<'learning'>,
): Promise<{ path: string; started: number; finished: number }[]> {
  const rows = await work.tx
    .selectFrom('learning.path_figures')
    .select(({ fn }) => [
      'path',
      fn.sum<number>('started').as('started'),
      fn.sum<number>('finished').as('finished'),
    ])
    .groupBy('path')
    .orderBy('path')
    .execute()
  return rows.map(({ path, started, finished }) => ({
    path,
    started: Number(started),
    finished: Number(finished),
  }))
}

/** Keeps the link of the badge given for a path; a path finished by the roll alone is written finished too. */
export async function writeBadge(
  work: Work<'learning'>,
  { learner, path, sealed }: { learner: number; path: string; sealed: Buffer },
): Promise<void> {
  await work.tx
    .updateTable('learning.walks')
    .set(({ fn, val }) => ({
      badge_token_sealed: sealed,
      finished_at: fn.coalesce('finished_at', val(work.now)),
    }))
    .where('learner_id', '=', learner)
    .where('path', '=', path)
    .execute()
}
