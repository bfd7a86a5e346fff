import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage, type Params, sayMoment } from '#platform/i18n/index.ts'
import { type Composer, type Composers, fitting, inSms, type Outgoing } from '#platform/messages/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readBooking } from './db/bookings.ts'
import { readMachine } from './db/machines.ts'
import { readMaker } from './db/makers.ts'
import { meets } from './domain/meets.ts'
import type { Booking, Maker } from './domain/vocabulary.ts'
import { labComposers } from './lab-messages.ts'
import { type Told, told } from './tell.ts'
import { words } from './words.ts'

/** When each message is still right: nobody is told of a booking what was true yesterday. */
const isRight: Record<Told, (booking: Booking) => boolean> = {
  booked: ({ status }) => status === 'booked',
  waiting: ({ status }) => status === 'waiting',
  given: ({ status }) => status === 'booked',
  moved: ({ status, movedFrom }) => status === 'booked' && movedFrom !== null,
  cancelled: ({ status, cancelledBy }) => status === 'cancelled' && cancelledBy !== 'maker',
  reminder: ({ status }) => status === 'booked',
}

/** Writes what makers are told, each message from what is true at the moment it leaves. */
export const composers = (house: House): Composers => ({
  ...labComposers(house),
  ...Object.fromEntries(told.map((kind) => [`fablab.${kind}`, composerOf(house, kind)])),
  // Its version is the outage, not the booking's: what was told of one is not told again of what prolongs it.
  'fablab.stopped': async (work, ref) => {
    const booking = await readBooking(work, ref)
    if (booking?.status !== 'waiting') return null
    const machine = await readMachine(work, booking.machine)
    const isStopped = machine?.outages.some(({ from, until }) => meets(booking, from, until))
    return isStopped ? messageOf(house, work, booking, 'stopped') : null
  },
  'fablab.link': async (work, ref) => {
    const maker = await readMaker(work, ref)
    return (
      maker &&
      outgoing(house, maker, 'link', {
        link: `${house.settings.publicUrl}/makers/${house.seal.open(maker.tokenSealed)}`,
      })
    )
  },
})

const composerOf =
  (house: House, kind: Told): Composer =>
  async (work, ref, version) => {
    const booking = await readBooking(work, ref)
    if (!booking || booking.revision !== version || !isRight[kind](booking)) return null
    return messageOf(house, work, booking, kind)
  }

/** Null once it has begun, or for somebody who is gone. */
async function messageOf(
  house: House,
  work: Work,
  booking: Booking,
  kind: Told | 'stopped',
): Promise<Outgoing | null> {
  if (Temporal.Instant.compare(booking.startsAt, work.now) <= 0) return null
  const maker = await readMaker(work, booking.maker)
  const said = maker && (await saidOf(house, work, maker, booking))
  return said && outgoing(house, maker, kind, said)
}

/** What fills the sentences about a booking; null when its machine is gone. */
async function saidOf(house: House, work: Work, maker: Maker, booking: Booking): Promise<Params | null> {
  const machine = await readMachine(work, booking.machine)
  const before = booking.movedFrom === null ? null : await readMachine(work, booking.movedFrom)
  if (!machine) return null
  const language = isLanguage(maker.language) ? maker.language : 'fr'
  const why = booking.cancelledBy === 'maker' ? null : booking.cancelledBy
  return {
    machine: machine.name,
    before: before?.name ?? '',
    when: sayMoment(language, booking.startsAt.toZonedDateTimeISO(machine.place.timeZone)),
    place: `${machine.place.name}, ${machine.place.city}`,
    why: why ? words(language)(`why.${why}`) : '',
    link: `${house.settings.publicUrl}/bookings/${house.seal.open(booking.tokenSealed)}`,
    again: `${house.settings.publicUrl}/machines/${machine.id}`,
  }
}

/** Null for somebody who gave no contact. */
function outgoing(
  house: House,
  maker: Maker,
  kind: Told | 'stopped' | 'link',
  said: Params,
): Outgoing | null {
  const contact = openContact(house.seal, {
    phone_sealed: maker.phoneSealed,
    email_sealed: maker.emailSealed,
  })
  if (!contact) return null
  const language = isLanguage(maker.language) ? maker.language : 'fr'
  const t = words(language)
  const text = t(`sms.${kind}`, said)
  if (contact.kind === 'email')
    return {
      channel: 'email',
      to: contact.canonical,
      language,
      subject: t(`subject.${kind}`, said),
      body: `${t('mail', { name: maker.adultName ?? maker.name, text })}\n`,
    }
  const short = kind === 'link' ? text : t(`short.${kind}`, said)
  return {
    channel: 'sms',
    to: contact.canonical,
    language,
    subject: '',
    body: fitting([inSms(text), inSms(short)]),
  }
}
