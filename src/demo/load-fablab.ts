import { type LabFixture, labs, type MakerFixture, makers } from '#fixtures/fablab.ts'
import type { centres } from '#fixtures/world.ts'
import { addMachine } from '#modules/fablab/add-machine.ts'
import { authorise } from '#modules/fablab/authorise.ts'
import { becomeMaker } from '#modules/fablab/become-maker.ts'
import { bookMachine } from '#modules/fablab/book-machine.ts'
import { readOpenings } from '#modules/fablab/db/hours.ts'
import { readInductions, readMachines } from '#modules/fablab/db/machines.ts'
import { readyMade } from '#modules/fablab/domain/sheets.ts'
import type { Machine, Maker } from '#modules/fablab/domain/vocabulary.ts'
import { markCame } from '#modules/fablab/mark-came.ts'
import { addOpening } from '#modules/fablab/openings.ts'
import { newTicket } from '#modules/fablab/ticket.ts'
import { sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { type Coordinator, coordinatorOf } from './coordinator-of.ts'

type Centre = (typeof centres)[number]
/** Weeks of openings: what has been, so that there are figures, and what is to come. */
const weeks = { before: 2, ahead: 5 }

/** The FabLab of a centre: machines, openings, and in Saint-Ouen the people who use them. Written once. */
export async function loadFablab(house: House, centre: Centre): Promise<void> {
  const lab = labs.find(({ centre: slug }) => slug === centre.slug)
  const coordinator = lab && (await coordinatorOf(house, centre.slug))
  if (!lab || !coordinator) return
  const space = await house.inWork(coordinator, ({ tx }) =>
    tx
      .selectFrom('network.spaces')
      .select(['id', 'place_id'])
      .where('centre_id', '=', coordinator.centre)
      .where('kind', '=', 'fablab')
      .executeTakeFirst(),
  )
  const there = await house.inWork(coordinator, (work) => readMachines(work, { centre: coordinator.centre }))
  if (!space || there.length > 0) return
  await addMachines(house, coordinator, lab, space)
  await addOpenings(house, coordinator, lab, { space: space.id, timeZone: centre.timeZone })
  if (centre.slug !== 'saint-ouen') return
  const machines = await house.inWork(coordinator, (work) =>
    readMachines(work, { centre: coordinator.centre }),
  )
  for (const [i, maker] of makers.entries()) await makeThings(house, coordinator, maker, machines, i)
}

/** Machines from the ready-made sheets; the noisy ones are heard where people talk. */
async function addMachines(
  house: House,
  coordinator: Coordinator,
  { machines }: LabFixture,
  space: { id: number; place_id: number },
): Promise<void> {
  await house.inWork(coordinator, async (work) => {
    const inductions = await readInductions(work, coordinator.centre)
    const talks = await work.tx
      .selectFrom('network.spaces')
      .select('id')
      .where('place_id', '=', space.place_id)
      .where('kind', '=', 'talk')
      .execute()
    for (const { name, kind } of machines) {
      const { noisy, inductions: asked, ...sheet } = readyMade[kind]
      await addMachine(work, {
        ...sheet,
        spaceId: space.id,
        name,
        kind,
        status: 'in-service',
        goesWithTheRoom: kind !== 'computer',
        inductionIds: inductions.filter(({ slug }) => asked.includes(slug)).map(({ id }) => id),
        heardIn: noisy ? talks.map(({ id }) => id) : [],
      })
    }
  })
}

/** Openings week after week; without a supervisor where she hosts a session at that hour. */
async function addOpenings(
  house: House,
  coordinator: Coordinator,
  { openings }: LabFixture,
  { space, timeZone }: { space: number; timeZone: string },
): Promise<void> {
  const today = house.now().toZonedDateTimeISO(timeZone).toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  for (let week = -weeks.before; week < weeks.ahead; week++)
    for (const opening of openings) {
      const day = monday.add({ days: 7 * week + opening.weekday - 1 })
      const at = (hour: string) => day.toZonedDateTime({ timeZone, plainTime: hour }).toInstant()
      const supervisor = await memberOf(house, coordinator, opening.supervisor)
      const hours = { spaceId: space, kind: opening.kind, startsAt: at(opening.from), endsAt: at(opening.to) }
      const opened = await house.inWork(coordinator, (work) =>
        addOpening(work, { ...hours, supervisorId: supervisor }),
      )
      if (!opened.ok && supervisor !== null)
        await house.inWork(coordinator, (work) => addOpening(work, { ...hours, supervisorId: null }))
    }
}

async function memberOf(house: House, coordinator: Coordinator, slug: string | null): Promise<number | null> {
  if (slug === null) return null
  const row = await house.inWork(coordinator, ({ tx }) =>
    tx.selectFrom('access.members').select('id').where('slug', '=', slug).executeTakeFirst(),
  )
  return row?.id ?? null
}

/** Somebody of the cast is shown machines, came last week, and comes again. */
async function makeThings(
  house: House,
  coordinator: Coordinator,
  fixture: MakerFixture,
  machines: readonly Machine[],
  rank: number,
): Promise<void> {
  const maker = await house.inWork(coordinator, async (work) => {
    const became = await becomeMaker(work, {
      centre: coordinator.centre,
      name: fixture.name,
      contact: sealContact(house.seal, { kind: 'phone', canonical: fixture.phone }),
      language: 'fr',
      throughHelper: false,
      kind: 'person',
      birthYear: fixture.birthYear ?? null,
      adultName: fixture.adult ?? null,
      ticket: newTicket(house.seal),
    })
    const inductions = await readInductions(work, coordinator.centre)
    if (became.ok)
      for (const { id, slug } of inductions)
        if (fixture.shown.includes(slug))
          await authorise(work, { makerId: became.value.maker.id, inductionId: id })
    return became
  })
  if (!maker.ok) throw new Error(`the demo could not make ${fixture.name} a maker: ${maker.refusal}`)
  for (const machine of machines.filter(({ kind }) => fixture.uses.includes(kind)).slice(0, 2))
    await bookAround(house, coordinator, maker.value.maker, machine, rank)
}

/** One booking in an opening of last week, kept, and one in the next; where a rule says no, there is none. */
async function bookAround(
  house: House,
  coordinator: Coordinator,
  maker: Maker,
  machine: Machine,
  rank: number,
): Promise<void> {
  const now = house.now()
  const openings = await house.inWork(coordinator, (work) => readOpenings(work, { space: machine.space.id }))
  const bookable = openings.filter(({ kind, supervisor }) => kind === 'bookable' && supervisor !== null)
  const past = bookable.filter(({ endsAt }) => Temporal.Instant.compare(endsAt, now) < 0).slice(-2)
  const next = bookable.filter(({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0).slice(0, 2)
  for (const opening of [...past, next[rank % next.length]]) {
    if (!opening) continue
    const startsAt = opening.startsAt.add({ minutes: machine.slotMinutes * (rank % 3) })
    const booked = await house.inWork(coordinator, (work) =>
      bookMachine(work, {
        machineId: machine.id,
        maker,
        kind: 'make',
        startsAt,
        slots: 1,
        people: 1,
        source: 'lab',
        ticket: newTicket(house.seal),
        orWait: false,
      }),
    )
    if (booked.ok && Temporal.Instant.compare(opening.endsAt, now) < 0)
      await house.inWork(coordinator, (work) =>
        markCame(work, { bookingId: booked.value.id, came: rank === 4 ? 'absent' : 'present' }),
      )
  }
}
