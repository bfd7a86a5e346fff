import type { Work } from '#platform/work/index.ts'
import type { Shop } from './db/shops.ts'
import { type Round, rounds } from './domain/vocabulary.ts'

/** A shop is asked again three months after each measure. */
const months = 3

/** Queues the reminder of the next measure; who gave no contact gets none, and is asked for none. */
export function scheduleAgain(work: Work<'shops'>, shop: Pick<Shop, 'id' | 'centre'>, after: Round): void {
  const next = rounds.indexOf(after) + 1
  if (next >= rounds.length) return
  work.enqueue(
    'messaging.deliver',
    { centre: shop.centre, kind: 'shops.again', ref: shop.id, version: next },
    {
      runAt: work.now.toZonedDateTimeISO('UTC').add({ months }).toInstant(),
      key: `shops:again:${shop.id}:${next}`,
    },
  )
}
