import { type CohortFixture, cohorts } from '#fixtures/cohorts.ts'
import type { centres } from '#fixtures/world.ts'
import { type Founder, groups, readFounders } from '#modules/ventures/index.ts'
import type { House } from '#platform/house.ts'
import type { Work } from '#platform/work/index.ts'
import { type Coordinator, coordinatorOf } from './coordinator-of.ts'

type Centre = (typeof centres)[number]

/** Cohorts of a centre: who applied, what the jury gave, who is in. Called once, by the loader of founders. */
export async function loadCohorts(house: House, centre: Centre): Promise<void> {
  const ours = cohorts.filter(({ centre: slug }) => slug === centre.slug)
  const coordinator = ours.length > 0 ? await coordinatorOf(house, centre.slug) : null
  if (!coordinator) return
  const founders = await house.inWork(coordinator, readFounders)
  for (const fixture of ours) await load(house, coordinator, fixture, founders)
}

/** The first such day of the week from a day on. */
const onWeekday = (from: Temporal.PlainDate, weekday: number) =>
  from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })

/** As if it were so many days from today; nobody is told of what was long ago. */
const on = (work: Work, days: number): Work => ({
  ...work,
  now: work.now.add({ hours: 24 * days }),
  enqueue: () => {},
})

async function load(
  house: House,
  coordinator: Coordinator,
  fixture: CohortFixture,
  founders: readonly Founder[],
): Promise<void> {
  const opened = await open(house, coordinator, fixture)
  if (opened === null) return
  const { confirmed, waiting, sent, opens, running } = fixture
  for (const [at, name] of [...confirmed, ...waiting, ...sent].entries()) {
    const founder = founders.find((one) => one.name === name)
    if (!founder) throw new Error(`the demo has no founder ${name}`)
    const application = await apply(house, founder, { cohort: opened, days: opens + 1 })
    if (sent.includes(name)) continue
    await judge(house, coordinator, application, at)
    const decision = confirmed.includes(name) ? 'offered' : 'waiting'
    await house.inWork(coordinator, (work) =>
      groups.decideApplication(on(work, -1), { id: application, decision, member: coordinator.member }),
    )
    if (decision === 'offered')
      await house.inWork({ kind: 'resident', centre: coordinator.centre }, (work) =>
        groups.confirmSeat(on(work, 0), founder, application),
      )
  }
  if (!running) return
  await house.inWork(coordinator, (work) => groups.moveCohort(on(work, -15), opened, 'running'))
  await house.inWork(coordinator, async (work) => {
    const met = (await groups.readCohortMeetings(work, [opened])).filter(
      ({ startsAt }) => Temporal.Instant.compare(startsAt, work.now) < 0,
    )
    const inside = (await groups.readApplications(work, opened)).filter(
      ({ status }) => status === 'confirmed',
    )
    for (const [m, meeting] of met.entries())
      for (const [n, { id }] of inside.entries())
        await groups.writePresence(work, {
          meeting: meeting.id,
          application: id,
          centre: coordinator.centre,
          came: (m + n) % 4 === 3 ? 'excused' : 'present',
          member: coordinator.member,
        })
  })
}

/** The cohort in the first room nobody holds on its days; null when every room is. */
async function open(house: House, coordinator: Coordinator, fixture: CohortFixture): Promise<number | null> {
  const rooms = await house.inWork(coordinator, ({ tx }) =>
    tx
      .selectFrom('network.spaces')
      .select('id')
      .where('centre_id', '=', coordinator.centre)
      .orderBy('id', 'desc')
      .execute(),
  )
  const today = house.now().toZonedDateTimeISO('Europe/Paris').toPlainDate()
  const day = (days: number) => today.add({ days })
  for (const { id: room } of rooms) {
    const opened = await house.inWork(coordinator, (work) =>
      groups.openCohort(work, {
        centre: coordinator.centre,
        track: fixture.track,
        texts: fixture.texts,
        seats: fixture.seats,
        opensOn: day(fixture.opens),
        closesOn: day(fixture.closes),
        stages: fixture.stages as Parameters<typeof groups.openCohort>[1]['stages'],
        sectors: [],
        criteria: [
          { label: 'Une idée claire', weight: 2 },
          { label: 'Des clients repérés', weight: 2 },
          { label: 'Du temps pour le faire', weight: 1 },
          { label: 'L’envie d’avancer ensemble', weight: 1 },
        ],
        room,
        first: onWeekday(day(fixture.first), fixture.weekday),
        from: Temporal.PlainTime.from(fixture.hours[0]),
        to: Temporal.PlainTime.from(fixture.hours[1]),
        meetings: fixture.meetings,
      }),
    )
    if (!opened.ok) continue
    await house.inWork(coordinator, (work) => groups.moveCohort(on(work, 0), opened.value.id, 'open'))
    return opened.value.id
  }
  return null
}

async function apply(
  house: House,
  founder: Founder,
  { cohort, days }: { cohort: number; days: number },
): Promise<number> {
  const applied = await house.inWork({ kind: 'resident', centre: founder.centre }, (work) => {
    const then = on(work, days)
    const today = then.now.toZonedDateTimeISO('Europe/Paris').toPlainDate()
    const motivation = 'Pour avancer avec d’autres, semaine après semaine.'
    return groups.applyToCohort(then, founder, { cohort, motivation }, today)
  })
  if (!applied.ok) throw new Error(`the demo’s ${founder.name} cannot apply: ${applied.refusal}`)
  return applied.value.id
}

/** Two of the team judge, each alone. */
async function judge(house: House, coordinator: Coordinator, id: number, at: number): Promise<void> {
  const other = await house.inWork(coordinator, ({ tx }) =>
    tx
      .selectFrom('access.members')
      .select('id')
      .where('centre_id', '=', coordinator.centre)
      .where('role', '=', 'facilitator')
      .orderBy('id')
      .executeTakeFirst(),
  )
  const jury = [
    coordinator,
    ...(other ? [{ ...coordinator, member: other.id, role: 'facilitator' as const }] : []),
  ]
  for (const [n, actor] of jury.entries())
    await house.inWork(actor, async (work) => {
      const application = await groups.readApplication(work, id)
      if (!application) throw new Error('the demo’s application is not there')
      const given = new Map(
        [1, 2, 3, 4].map((criterion) => [criterion, Math.max(1, 4 - (at % 2) - ((criterion + n) % 2))]),
      )
      return groups.scoreApplication(on(work, -2), { application, member: actor.member, given })
    })
}
