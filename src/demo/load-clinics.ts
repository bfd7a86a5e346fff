import { type ClinicFixture, clinics } from '#fixtures/clinics.ts'
import type { centres } from '#fixtures/world.ts'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { groups, readFounders } from '#modules/ventures/index.ts'
import type { House } from '#platform/house.ts'
import { type Coordinator, coordinatorOf } from './coordinator-of.ts'

type Centre = (typeof centres)[number]

/** Experts who receive in a centre, and who comes. Called once, by the loader of founders. */
export async function loadClinics(house: House, centre: Centre): Promise<void> {
  const ours = clinics.filter(({ centre: slug }) => slug === centre.slug)
  const coordinator = ours.length > 0 ? await coordinatorOf(house, centre.slug) : null
  if (!coordinator) return
  for (const [at, clinic] of ours.entries()) await load(house, coordinator, clinic, at)
}

async function load(
  house: House,
  coordinator: Coordinator,
  fixture: ClinicFixture,
  at: number,
): Promise<void> {
  const number = coordinator.centre
  const rooms = await house.inWork(coordinator, ({ tx }) =>
    tx
      .selectFrom('network.spaces')
      .select('id')
      .where('centre_id', '=', number)
      .orderBy('id', 'desc')
      .execute(),
  )
  const wished = house.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().add({ days: fixture.inDays })
  // Nobody receives on a Sunday.
  const day = wished.dayOfWeek === 7 ? wished.add({ days: 1 }) : wished
  let clinic: number | null = null
  // The first room nobody holds that evening.
  for (const { id: room } of rooms) {
    const opened = await house.inWork(coordinator, (work) =>
      groups.openClinic(work, {
        centre: number,
        subject: fixture.subject as Parameters<typeof groups.openClinic>[1]['subject'],
        host: null,
        expert: fixture.expert,
        languages: fixture.languages,
        room,
        day,
        from: Temporal.PlainTime.from(fixture.from),
        to: Temporal.PlainTime.from(fixture.to),
        slotMinutes: 30,
      }),
    )
    if (!opened.ok) continue
    clinic = opened.value.id
    break
  }
  if (clinic !== null) await fill(house, coordinator, fixture, { clinic, day, at })
}

/** The first topic of each subject. */
const topics: Readonly<Record<string, string>> = {
  law: 'legal-form',
  money: 'funding',
  accounts: 'first-books',
  web: 'own-page',
  photos: 'products',
  communication: 'flyer',
}

async function fill(
  house: House,
  { centre }: Coordinator,
  fixture: ClinicFixture,
  { clinic, day, at }: { clinic: number; day: Temporal.PlainDate; at: number },
): Promise<void> {
  const resident = { kind: 'resident', centre: centre } as const
  const founders = await house.inWork(resident, readFounders)
  const { time_zone: timeZone } = await house.inWork(resident, ({ tx }) =>
    tx
      .selectFrom('network.centres')
      .select('time_zone')
      .where('id', '=', resident.centre)
      .executeTakeFirstOrThrow(),
  )
  const first = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(fixture.from) })
  for (let n = 0; n < fixture.booked + (fixture.waiting ?? 0); n += 1) {
    const contact = parseContact({ phone: `+3363998${62 + at}${String(n).padStart(2, '0')}` })
    if (!contact.ok) throw new Error('a phone of the demo’s clinics does not read')
    await house.inWork(resident, (work) =>
      groups.bookClinic({ ...work, enqueue: () => {} }, house.seal, {
        clinic,
        slot: n < fixture.booked ? first.add({ minutes: 30 * n }).toInstant() : null,
        topic: topics[fixture.subject] ?? '',
        founder: null,
        name: founders[(at * 3 + n) % Math.max(1, founders.length)]?.name ?? 'Samia',
        language: 'fr',
        contact: sealContact(house.seal, contact.value),
      }),
    )
  }
}
