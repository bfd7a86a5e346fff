import type { Work } from '#platform/work/index.ts'

const day = 24 * 3600 * 1000

/** A message to a neighbour, once a day at most: the same version is never sent twice. */
export function tell(
  work: Work<'board'>,
  kind: 'board.link' | 'board.full',
  centre: number,
  ref: number,
): void {
  const version = Math.floor(work.now.epochMilliseconds / day)
  work.enqueue('messaging.deliver', { centre, kind, ref, version })
}

/** A message about two people: who stopped may be put in touch again, and is told again. */
export function tellPair(
  work: Work<'board'>,
  kind: `board.${'introduced' | 'thanks' | 'stopped'}-${'author' | 'other'}`,
  { centre, introduction }: { centre: number; introduction: number },
): void {
  const version = Math.floor(work.now.epochMilliseconds / 1000)
  work.enqueue('messaging.deliver', { centre, kind, ref: introduction, version })
}

/** A message about one hour they meet at: told once of each. */
export function tellOf(
  work: Work<'board'>,
  kind: `board.reminder-${'author' | 'other'}`,
  { centre, introduction, start }: { centre: number; introduction: number; start: Temporal.Instant },
): void {
  work.enqueue('messaging.deliver', { centre, kind, ref: introduction, version: versionOf(start) })
}

/** The second a meeting begins tells its reminder from that of another hour. */
export const versionOf = (start: Temporal.Instant): number => Math.floor(start.epochMilliseconds / 1000)
