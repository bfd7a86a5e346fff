import type { z } from 'zod'
import { cleanName, countryOf, longestName, parseContact, sealContact } from '#modules/people/index.ts'
import type { Input } from '#platform/api/index.ts'
import type { House } from '#platform/house.ts'
import { hashOf } from '#platform/seal/index.ts'
import { refuse, type Work } from '#platform/work/index.ts'
import { bookByContact } from './book-by-contact.ts'
import { bookMachine } from './book-machine.ts'
import { readMakerByLink } from './db/makers.ts'
import type { Machine } from './domain/vocabulary.ts'
import type { newBooking } from './machine-json.ts'
import { newTicket } from './ticket.ts'

type Body = z.output<typeof newBooking>

/** The maker of a link: what stands in the way is said to her in full. */
export async function bookByLink(
  work: Work,
  { kind, startsAt, slots, orWait }: Body,
  machine: Machine,
  { house, makerToken }: { house: House; makerToken: string },
) {
  const maker = await readMakerByLink(work, hashOf(makerToken))
  if (!maker) return refuse({ refusal: 'maker-unknown' })
  return bookMachine(work, {
    machineId: machine.id,
    maker,
    kind,
    startsAt,
    slots,
    people: 1,
    source: 'api',
    ticket: newTicket(house.seal),
    orWait,
  })
}

/** Somebody by a name and a contact, who proves nothing by them: told what a stranger would be told, and no more. */
export async function bookByNameAndContact(
  work: Work,
  body: Body,
  machine: Machine,
  { lang, house }: Pick<Input<object, object, object>, 'lang' | 'house'>,
) {
  // What asks for an induction asks for the link.
  if (machine.inductions.length > 0 && body.kind === 'make')
    return refuse({ refusal: 'authorised-for-the-machine' })
  const contact = parseContact({
    phone: body.phone,
    email: body.email,
    country: countryOf(machine.place.postalCode),
  })
  if (!contact.ok) return { ok: false as const, refusal: contact.refusal, field: contact.field }
  const name = cleanName(body.name ?? '').slice(0, longestName)
  if (name === '') return { ok: false as const, refusal: 'contact-missing' as const, field: 'name' }
  return bookByContact(work, {
    machineId: machine.id,
    kind: body.kind,
    startsAt: body.startsAt,
    slots: body.slots,
    orWait: body.orWait,
    source: 'api',
    name,
    contact: sealContact(house.seal, contact.value),
    language: lang,
    birthYear: body.birthYear ?? null,
    adultName: body.adultName ? cleanName(body.adultName) : null,
    tickets: { maker: newTicket(house.seal), booking: newTicket(house.seal) },
  })
}
