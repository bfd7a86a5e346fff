import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import type { Composer, Composers } from '#platform/messages/index.ts'
import { type CallKind, callEmail, callKinds, callSms } from './call-message-text.ts'
import { isHost, type OpenNeed, readNeed } from './db/call-needs.ts'
import { type Call, readCall, readReachable } from './db/calls.ts'

/** When each message is still right. Of a session that has begun nothing is said. */
const isRight: Record<CallKind, (call: Call, need: OpenNeed, hosts: boolean, version: number) => boolean> = {
  call: (call, need) => call.status === 'asked' && need.status !== 'cancelled' && need.hosts > 0,
  chosen: (call, need, hosts) => call.status === 'yes' && need.status !== 'cancelled' && hosts,
  taken: (call) => call.status === 'taken',
  reminder: (call, need, hosts) => call.status === 'yes' && need.status === 'published' && hosts,
  moved: (_, need, hosts, version) => hosts && need.status === 'published' && need.revision === version,
  cancelled: (_, need, hosts, version) => hosts && need.status === 'cancelled' && need.revision === version,
  withdrawal: (call, need, hosts) =>
    call.status === 'withdrawn' && need.status !== 'cancelled' && need.hosts > 0 && !hosts,
}

/** Writes what hosts and coordinators are told, each from what is true at the moment it leaves. */
export const composers = (house: House): Composers =>
  Object.fromEntries(callKinds.map((kind) => [`planning.${kind}`, composerOf(house, kind)]))

const composerOf =
  (house: House, kind: CallKind): Composer =>
  async (work, ref, version) => {
    const call = await readCall(work, ref)
    const need = call && (await readNeed(work, call.session))
    if (!call || !need || Temporal.Instant.compare(need.start.toInstant(), work.now) <= 0) return null
    if (!isRight[kind](call, need, await isHost(work, call.session, call.member), version)) return null
    // A withdrawal is told to a coordinator, whose number is the version.
    const toCoordinator = kind === 'withdrawal'
    const reader = await readReachable(work, toCoordinator ? version : call.member)
    const contact = reader && openContact(house.seal, reader)
    if (!contact) return null
    const language = isLanguage(reader.language) ? reader.language : 'fr'
    const { publicUrl, phone } = house.settings
    const link = toCoordinator
      ? `${publicUrl}/plan/sessions/${call.session}/calls`
      : `${publicUrl}/calls/${house.seal.open(call.tokenSealed)}`
    const told = { kind, language, need, name: reader.name, who: call.name, link }
    if (contact.kind === 'phone')
      return { channel: 'sms', to: contact.canonical, language, subject: '', body: callSms(told) }
    return { channel: 'email', to: contact.canonical, language, ...callEmail(told, phone) }
  }
