import { type MentorFixture, mentoring, mentors } from '#fixtures/mentoring.ts'
import type { centres } from '#fixtures/world.ts'
import {
  acceptOpen,
  applyRound,
  askForMentor,
  askRound,
  decideMentor,
  noteMeeting,
  offerToMentor,
  readLiveMatches,
  readMentor,
  readMentors,
} from '#modules/mentoring/index.ts'
import { sealContact } from '#modules/people/index.ts'
import { readFounders } from '#modules/ventures/index.ts'
import type { House } from '#platform/house.ts'
import type { MemberActor } from '#platform/http/env.ts'
import type { Work } from '#platform/work/index.ts'
import { coordinatorOf } from './coordinator-of.ts'

type Centre = (typeof centres)[number]

/**
 * Mentors of a centre, the matching that gave them founders weeks ago, their meetings, and founders who ask today. A
 * centre that has mentors already is left as it is.
 */
export async function loadMentoring(house: House, centre: Centre): Promise<void> {
  const ours: readonly MentorFixture[] = mentors.filter(({ centre: slug }) => slug === centre.slug)
  const coordinator = ours.length > 0 ? await coordinatorOf(house, centre.slug) : null
  if (!coordinator || (await house.inWork(coordinator, readMentors)).length > 0) return
  const now = house.now()
  const before = (days: number) => now.subtract({ hours: 24 * days })
  const at = <T>(days: number, useCase: (work: Work) => Promise<T>) =>
    house.inWork(coordinator, (work) => useCase({ ...work, now: before(days) }))
  for (const mentor of ours) await offer(house, coordinator, mentor, before(mentor.waiting ? 2 : 60))
  const number = coordinator.centre as number
  const founders = (await house.inWork(coordinator, readFounders))
    .filter(({ status }) => status === 'active')
    .sort((a, b) => a.id - b.id)
  const ask = (some: typeof founders, days: number) =>
    at(days, async (work) => {
      for (const { id: founder } of some) await askForMentor(work, { centre: number, founder })
    })
  await ask(founders.slice(0, mentoring.asked), 50)
  await match(at, coordinator)
  await meet(at, coordinator, house)
  await ask(founders.slice(mentoring.asked, mentoring.asked + mentoring.askingNow), 3)
}

type At = <T>(days: number, useCase: (work: Work) => Promise<T>) => Promise<T>

async function offer(
  house: House,
  coordinator: MemberActor,
  fixture: MentorFixture,
  now: Temporal.Instant,
): Promise<void> {
  const { name, phone, language, waiting, saysWoman = false, avoidsRivals = false } = fixture
  const { helps, sectors, worksIn, languages, weekly, capacity } = fixture
  const centre = coordinator.centre as number
  const profile = {
    helps,
    sectors,
    worksIn,
    languages,
    weekly,
    capacity,
    saysWoman,
    avoidsRivals,
    avoidsSectors: [],
  }
  const { value: id } = await house.inWork({ kind: 'resident', centre }, (work) =>
    offerToMentor({ ...work, now }, house.seal, {
      centre,
      name,
      contact: sealContact(house.seal, { kind: 'phone', canonical: phone }),
      language,
      profile,
    }),
  )
  if (waiting) return
  await house.inWork(coordinator, async (work) => {
    const mentor = await readMentor(work, id)
    if (mentor)
      await decideMentor({ ...work, now }, { mentor, decision: 'welcome', member: coordinator.member })
  })
}

/** A matching of some weeks ago, accepted as it was proposed. */
async function match(at: At, { member, centre }: MemberActor): Promise<void> {
  const days = mentoring.matchedDaysAgo
  const asked = await at(days, (work) =>
    askRound(work, { centre: centre as number, member, method: 'scores' }),
  )
  if (!asked.ok) return
  await at(days, (work) => acceptOpen(work, asked.value))
  await at(days, (work) => applyRound(work, { round: asked.value, centre: centre as number, member }))
}

/** Meetings since, as those who met noted them. */
async function meet(at: At, coordinator: MemberActor, house: House): Promise<void> {
  const centre = coordinator.centre as number
  const live = await at(0, readLiveMatches)
  for (const [rank, match] of live.entries())
    for (const days of mentoring.meetings[rank % mentoring.meetings.length] ?? [])
      await house.inWork({ kind: 'resident', centre }, (work) => {
        const held = work.now.subtract({ hours: 24 * days })
        return noteMeeting(
          { ...work, now: held.add({ hours: 2 }) },
          {
            match,
            by: rank % 2 === 0 ? 'founder' : 'mentor',
            meeting: null,
            startsAt: held,
            how: rank % 3 === 0 ? 'phone' : 'centre',
            minutes: 45 + 15 * (rank % 3),
            nextStep: rank % 2 === 0 ? 'try-it' : 'meet-again',
            words: null,
          },
        )
      })
}
