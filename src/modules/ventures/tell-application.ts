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
] as const
export type ApplicationMessage = (typeof applicationMessages)[number]

/** Queues a message about an application; two of a kind in a minute are one. */
export function tellApplication(
  work: Work<'ventures'>,
  kind: ApplicationMessage,
  application: Pick<Application, 'id' | 'centre'>,
): void {
  work.enqueue('messaging.deliver', {
    centre: application.centre,
    kind: `ventures.application-${kind}`,
    ref: application.id,
    version: Math.floor(work.now.epochMilliseconds / 60_000),
  })
}
