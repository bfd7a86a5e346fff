import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { upsertAuthorisation, writeWithdrawn } from './db/authorisations.ts'
import { writeCancelled } from './db/booking-write.ts'
import { readBookingsOfMaker } from './db/bookings.ts'
import { readInductions, readMachine } from './db/machines.ts'
import { readAuthorisations, readMaker } from './db/makers.ts'
import { addMonths, lacking } from './domain/authorisation.ts'
import { giveSlots } from './give-slots.ts'
import { tell } from './tell.ts'

type Schemas = 'fablab' | 'people' | 'network' | 'access'

/**
 * A member saw somebody use a machine safely: it is written with its end, and the maker's link leaves by message. Shown
 * again, it begins anew. What was the rule that day holds for her until the end.
 */
export async function authorise(
  work: Work<Schemas>,
  { makerId, inductionId }: { makerId: number; inductionId: number },
): Promise<
  Result<{ id: number }, { refusal: 'maker-unknown' | 'induction-unknown' | 'groups-come-as-groups' }>
> {
  const maker = await readMaker(work, makerId)
  if (!maker || work.actor.kind !== 'member') return refuse({ refusal: 'maker-unknown' })
  if (maker.kind === 'group') return refuse({ refusal: 'groups-come-as-groups' })
  const induction = (await readInductions(work, maker.centre)).find(({ id }) => id === inductionId)
  if (!induction) return refuse({ refusal: 'induction-unknown' })
  const id = await upsertAuthorisation(work, {
    centre: maker.centre,
    maker: maker.id,
    induction: induction.id,
    member: work.actor.member,
    expiresAt: induction.validMonths === null ? null : addMonths(work.now, induction.validMonths),
    unusedMonths: induction.unusedMonths,
  })
  await record(work, 'fablab.authorise', `authorisation:${id}`)
  // Several machines shown the same day are one message.
  tellLink(work, maker)
  return done({ id })
}

/** The maker's link, by message: to the contact that was given and to nobody else; once a day at most. */
export function tellLink(work: Work<'fablab'>, maker: { id: number; centre: number }): void {
  const version = Math.floor(work.now.epochMilliseconds / dayMilliseconds)
  work.enqueue(
    'messaging.deliver',
    { centre: maker.centre, kind: 'fablab.link', ref: maker.id, version },
    { key: `fablab:link:${maker.id}:${version}` },
  )
}

const dayMilliseconds = 24 * 3600 * 1000

/** Takes an authorisation back; the bookings it allowed are cancelled, told, and given to whoever waits. */
export async function withdrawAuthorisation(
  work: Work<Schemas>,
  { makerId, inductionId }: { makerId: number; inductionId: number },
): Promise<Result<{ cancelled: number }, { refusal: 'authorisation-unknown' }>> {
  if (!(await writeWithdrawn(work, makerId, inductionId))) return refuse({ refusal: 'authorisation-unknown' })
  await record(work, 'fablab.withdraw-authorisation', `maker:${makerId}`)
  const held = await readAuthorisations(work, [makerId])
  let cancelled = 0
  for (const booking of await readBookingsOfMaker(work, makerId)) {
    const isAhead = booking.status !== 'cancelled' && Temporal.Instant.compare(booking.startsAt, work.now) > 0
    const machine = isAhead && booking.kind === 'make' && (await readMachine(work, booking.machine))
    if (!machine || lacking(machine.inductions, held, booking.startsAt).length === 0) continue
    await writeCancelled(work, booking.id, 'authorisation')
    tell(work, 'cancelled', { ...booking, revision: booking.revision + 1 })
    if (booking.status === 'booked') await giveSlots(work, booking)
    cancelled++
  }
  return done({ cancelled })
}
