import type { Work } from '#platform/work/index.ts'
import type { Application } from './domain/cohort.ts'

/** What whoever applied is told. */
export const applicationMessages = [
  'received',
  'offered',
  'waiting',
  'declined',
  'expired',
  'called-off',
  'meeting',
] as const
export type ApplicationMessage = (typeof applicationMessages)[number]

/** Queues a message about an application. Two of a kind in a minute are one, and two about the same meeting. */
export function tellApplication(
  work: Work<'ventures'>,
  kind: ApplicationMessage,
  application: Pick<Application, 'id' | 'centre'>,
  meeting?: number,
): void {
  work.enqueue('messaging.deliver', {
    centre: application.centre,
    kind: `ventures.application-${kind}`,
    ref: application.id,
    version: meeting ?? Math.floor(work.now.epochMilliseconds / 60_000),
  })
}
