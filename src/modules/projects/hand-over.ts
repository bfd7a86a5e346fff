import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { touchAuthor } from './db/authors.ts'
import { deleteProject, lockProject, moveProject } from './db/project-write.ts'
import { readProject } from './db/projects.ts'
import { readSteps } from './db/steps.ts'
import type { Mine } from './shape-project.ts'

type Schemas = 'projects' | 'network'

/** Ready: a member of the centre reads it before anybody else does. Without a step or a picture nobody learns from it. */
export async function sendProject(
  work: Work<Schemas>,
  { project: id, author }: Mine,
): Promise<Result<null, { refusal: 'project-unknown' | 'not-in-hands' | 'no-steps' | 'no-picture' }>> {
  if ((await lockProject(work, { id, author })) === null) return refuse({ refusal: 'project-unknown' })
  if ((await readSteps(work, id)).length === 0) return refuse({ refusal: 'no-steps' })
  if (!(await readProject(work, { id, author }))?.cover) return refuse({ refusal: 'no-picture' })
  if (!(await moveProject(work, id, { from: ['draft', 'changes'], to: 'waiting' })))
    return refuse({ refusal: 'not-in-hands' })
  await touchAuthor(work, author)
  return done(null)
}

/** She takes it back, to change it or to keep it: from that moment nobody else sees it. */
export async function takeBack(
  work: Work<Schemas>,
  { project: id, author }: Mine,
): Promise<Result<null, { refusal: 'project-unknown' | 'not-in-hands' }>> {
  if ((await lockProject(work, { id, author })) === null) return refuse({ refusal: 'project-unknown' })
  if (!(await moveProject(work, id, { from: ['waiting', 'published'], to: 'draft' })))
    return refuse({ refusal: 'not-in-hands' })
  await touchAuthor(work, author)
  return done(null)
}

/** She erases one project, wherever it stands. */
export async function eraseProject(
  work: Work<Schemas>,
  { project, author }: Mine,
): Promise<Result<null, { refusal: 'project-unknown' }>> {
  if (!(await deleteProject(work, { id: project, author }))) return refuse({ refusal: 'project-unknown' })
  await touchAuthor(work, author)
  return done(null)
}
