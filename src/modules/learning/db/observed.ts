import type { Work } from '#platform/work/index.ts'

/** Gestures a member saw a learner do, by their codes. */
export async function readObserved(work: Work<'learning'>, learner: number): Promise<Set<string>> {
  const rows = await work.tx
    .selectFrom('learning.observed')
    .select('gesture')
    .where('learner_id', '=', learner)
    .execute()
  return new Set(rows.map(({ gesture }) => gesture))
}

export async function readNotes(work: Work<'learning'>, learner: number): Promise<Set<string>> {
  const rows = await work.tx
    .selectFrom('learning.notes')
    .select('sentence')
    .where('learner_id', '=', learner)
    .execute()
  return new Set(rows.map(({ sentence }) => sentence))
}

interface Said {
  learner: number
  centre: number
  member: number
}

/** Keeps exactly these gestures: what was seen before keeps its day and who saw it. */
export async function writeObserved(
  work: Work<'learning'>,
  { learner, centre, member }: Said,
  gestures: readonly string[],
): Promise<void> {
  let gone = work.tx.deleteFrom('learning.observed').where('learner_id', '=', learner)
  if (gestures.length > 0) gone = gone.where('gesture', 'not in', [...gestures])
  await gone.execute()
  if (gestures.length === 0) return
  await work.tx
    .insertInto('learning.observed')
    .values(
      gestures.map((gesture) => ({
        learner_id: learner,
        centre_id: centre,
        gesture,
        member_id: member,
        observed_at: work.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Keeps exactly these sentences. */
export async function writeNotes(
  work: Work<'learning'>,
  { learner, centre, member }: Said,
  sentences: readonly string[],
): Promise<void> {
  let gone = work.tx.deleteFrom('learning.notes').where('learner_id', '=', learner)
  if (sentences.length > 0) gone = gone.where('sentence', 'not in', [...sentences])
  await gone.execute()
  if (sentences.length === 0) return
  await work.tx
    .insertInto('learning.notes')
    .values(
      sentences.map((sentence) => ({
        learner_id: learner,
        centre_id: centre,
        sentence,
        member_id: member,
        noted_at: work.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
