import { record } from '#modules/access/index.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { deleteMake, publishMake } from './db/makes.ts'
import { writeDecision } from './db/project-write.ts'
import { type Project, readProject } from './db/projects.ts'
import { deleteReports } from './db/reports.ts'
import type { ChangeAsked } from './domain/vocabulary.ts'
import { tellDecision } from './tell.ts'

type Schemas = 'projects' | 'network' | 'access'
type Answer = Promise<Result<null, { refusal: 'project-unknown' | 'decided-already' }>>

/**
 * A member looked at a project and says yes: everybody may see it now, and its author is told.
 * `sending` is the one she read: what was changed under her eyes is refused.
 */
export async function publishProject(
  work: Work<Schemas>,
  { project: id, sending, member }: { project: number; sending: number; member: MemberActor },
): Answer {
  const project = await readOurs(work, id, member)
  if (!project) return refuse({ refusal: 'project-unknown' })
  if (
    !(await writeDecision(work, id, { from: ['waiting'], sending, changeAsked: null, member: member.member }))
  )
    return refuse({ refusal: 'decided-already' })
  await record(work, 'projects.published', `project:${id}`)
  tellAuthor(work, 'projects.published', project)
  return done(null)
}

/** Not yet, with a ready sentence: before it is published, or after, when it was reported. Back in its author's hands. */
export async function askForChange(
  work: Work<Schemas>,
  {
    project: id,
    sending,
    sentence,
    member,
  }: { project: number; sending: number; sentence: ChangeAsked; member: MemberActor },
): Answer {
  const project = await readOurs(work, id, member)
  if (!project) return refuse({ refusal: 'project-unknown' })
  const written = await writeDecision(work, id, {
    from: ['waiting', 'published'],
    sending,
    changeAsked: sentence,
    member: member.member,
  })
  if (!written) return refuse({ refusal: 'decided-already' })
  await deleteReports(work, id)
  await record(work, 'projects.change-asked', `project:${id}`)
  tellAuthor(work, 'projects.changes', project)
  return done(null)
}

/** The reports of a project were read, and it stays. */
export async function keepProject(
  work: Work<Schemas>,
  { project: id, member }: { project: number; member: MemberActor },
): Promise<Result<null, { refusal: 'project-unknown' }>> {
  if (!(await readOurs(work, id, member))) return refuse({ refusal: 'project-unknown' })
  await deleteReports(work, id)
  await record(work, 'projects.kept', `project:${id}`)
  return done(null)
}

/** The picture of somebody who made the same: shown to everybody, or erased. */
export async function decideMake(
  work: Work<Schemas>,
  { make, shown, member }: { make: number; shown: boolean; member: MemberActor },
): Promise<Result<null, { refusal: 'decided-already' }>> {
  const which = { id: make, centre: member.centre }
  if (!(await (shown ? publishMake : deleteMake)(work, which))) return refuse({ refusal: 'decided-already' })
  await record(work, shown ? 'projects.make-published' : 'projects.make-removed', `make:${make}`)
  return done(null)
}

/** A published project is seen in every centre: a member decides on those of hers only. */
const readOurs = (work: Work<Schemas>, id: number, { centre }: MemberActor) =>
  centre === null ? null : readProject(work, { id, centre })

function tellAuthor(
  work: Work<Schemas>,
  kind: 'projects.published' | 'projects.changes',
  { id, centre, author }: Project,
): void {
  if (author !== null) tellDecision(work, kind, { centre: centre.id, project: id })
}
