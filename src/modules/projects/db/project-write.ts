import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Facts } from '../domain/forms.ts'
import type { ChangeAsked, ProjectStatus } from '../domain/vocabulary.ts'

const rowOf = (facts: Facts) => ({
  title: facts.title,
  sentence: facts.sentence,
  machines: [...facts.machines],
  materials: [...facts.materials],
  minutes: facts.minutes,
  difficulty: facts.difficulty,
  licence: facts.licence,
  made_by: facts.madeBy,
})

export async function insertProject(
  work: Work<'projects'>,
  project: { centre: number; author: number; facts: Facts; remixOf: number | null; writtenIn: string },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('projects.projects')
    .values({
      ...rowOf(project.facts),
      centre_id: project.centre,
      author_id: project.author,
      remix_of: project.remixOf,
      written_in: project.writtenIn,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

/** Says it otherwise, while it is in its author's hands. */
export async function updateFacts(work: Work<'projects'>, id: number, facts: Facts): Promise<void> {
  await work.tx.updateTable('projects.projects').set(rowOf(facts)).where('id', '=', id).execute()
}

/** Locks a project until the transaction ends, and tells where it stands: its parts change one at a time. */
export async function lockProject(
  work: Work<'projects'>,
  wish: { id: number; author: number },
): Promise<ProjectStatus | null> {
  const row = await work.tx
    .selectFrom('projects.projects')
    .select('status')
    .where('id', '=', wish.id)
    .where('author_id', '=', wish.author)
    .forUpdate()
    .executeTakeFirst()
  return (row?.status as ProjectStatus | undefined) ?? null
}

/** Moves a project between its author's hands and a member's, only from one of these; true when it did. */
export async function moveProject(
  work: Work<'projects'>,
  id: number,
  { from, to }: { from: readonly ProjectStatus[]; to: 'draft' | 'waiting' },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('projects.projects')
    .set((is) => ({
      status: to,
      change_asked: null,
      ...(to === 'waiting' && { sent_at: work.now, sendings: is('sendings', '+', 1) }),
    }))
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** A member's word on what she read: published, or something to change. True when it was still to be said. */
export async function writeDecision(
  work: Work<'projects'>,
  id: number,
  decision: {
    from: readonly ProjectStatus[]
    sending: number
    changeAsked: ChangeAsked | null
    member: number
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update projects.projects set
        status = ${decision.changeAsked ? 'changes' : 'published'},
        change_asked = ${decision.changeAsked},
        decided_at = ${work.now}, decided_by = ${decision.member},
        first_published_at = coalesce(first_published_at, ${decision.changeAsked ? null : work.now}::timestamptz)
      where id = ${id} and sendings = ${decision.sending} and status = any(${[...decision.from]}::text[]) returning id`.execute(
    work.tx,
  )
  return rows.length === 1
}

/** Erases a project, its steps, pictures and files. */
export async function deleteProject(
  work: Work<'projects'>,
  { id, author }: { id: number; author: number },
): Promise<boolean> {
  const { numDeletedRows } = await work.tx
    .deleteFrom('projects.projects')
    .where('id', '=', id)
    .where('author_id', '=', author)
    .executeTakeFirst()
  return Number(numDeletedRows) === 1
}
