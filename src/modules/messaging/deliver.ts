import type { House } from '#platform/house.ts'
import type { Composers, Drivers, Outgoing } from '#platform/messages/index.ts'
import type { Actor } from '#platform/work/index.ts'
import { claim } from './claim.ts'
import { type MessageKey, writeFailure, writeSent } from './db/message.ts'

/** The message did not leave this time; the queue tries again. Carries a code, never a recipient. */
class NotDelivered extends Error {
  override name = 'NotDelivered'
}

/** Sign-in codes are seen by the gate alone, and by no centre; all else is the centre's. */
const actorOf = ({ kind, centre }: MessageKey): Actor =>
  kind.startsWith('access.') ? { kind: 'gate' } : { kind: 'system', centre }

/**
 * Delivers one right message or none: composes it from what is true now, claims it, hands it to the driver outside any
 * transaction, keeps the receipt. Throws {@link NotDelivered} so that the queue tries again later.
 */
export async function deliver(
  house: House,
  { composers, drivers }: { composers: Composers; drivers: Drivers },
  asked: MessageKey,
  { lastAttempt }: { lastAttempt: boolean },
): Promise<'sent' | 'already-sent' | 'no-longer-true' | 'given-up'> {
  const compose = composers[asked.kind]
  if (!compose) throw new Error(`no module writes the messages « ${asked.kind} »`)
  const actor = actorOf(asked)
  const key = { ...asked, centre: actor.kind === 'system' ? actor.centre : null }

  const claimed = await house.inWork(actor, async (work) =>
    claim(work, house.seal, key, await compose(work, key.ref, key.version)),
  )
  if (claimed.answer === 'under-way') throw new NotDelivered(`${key.kind} is being sent by somebody else`)
  if (claimed.answer !== 'send') return claimed.answer

  let receipt: string
  try {
    receipt = (await send(drivers, claimed.message, claimed.id)).receipt
  } catch (error) {
    const code = codeOf(error)
    await house.inWork(actor, (work) => writeFailure(work, claimed.id, code, lastAttempt))
    throw new NotDelivered(`${key.kind} was not sent: ${code}`)
  }
  await house.inWork(actor, (work) => writeSent(work, claimed.id, receipt))
  return 'sent'
}

const send = (drivers: Drivers, message: Outgoing, id: number) =>
  drivers[message.channel].send(message, `maillage-${id}`)

/** What is kept of a provider's error: its code if it looks like one; its text may quote the recipient. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^[A-Za-z][A-Za-z_-]{1,29}$/.test(code) ? code : 'REFUSED'
}
