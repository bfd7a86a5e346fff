import type { Work } from '#platform/work/index.ts'

const day = 24 * 3600 * 1000

/** Her link again, once a day at most: the same version is never sent twice. */
export function tellLink(work: Work<'projects'>, centre: number, author: number): void {
  const version = Math.floor(work.now.epochMilliseconds / day)
  work.enqueue('messaging.deliver', { centre, kind: 'projects.link', ref: author, version })
}

/** What a member said of a project: it may be said again after it was mended. */
export function tellDecision(
  work: Work<'projects'>,
  kind: 'projects.published' | 'projects.changes',
  { centre, project }: { centre: number; project: number },
): void {
  const version = Math.floor(work.now.epochMilliseconds / 1000)
  work.enqueue('messaging.deliver', { centre, kind, ref: project, version })
}
