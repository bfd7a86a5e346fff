import { record } from '#modules/access/index.ts'
import { nomadic } from '#modules/network/index.ts'
import { season } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { type Proposal, writeAnswer } from './db/proposal.ts'
import type { ProposalStatus } from './domain/proposal.ts'
import { openProposal, type ProposalRefusal } from './proposal.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

/** How long a proposed stop lasts before anybody says better. Hours. */
const stopHours = 3

export type AcceptRefusal =
  | ProposalRefusal
  | { refusal: 'place-unknown' | 'activity-missing' | 'clash' | 'wish-past' | 'already-there' }

interface Accept {
  proposal: number
  place: number
  /** At the place. */
  day: Temporal.PlainDate
  hour: Temporal.PlainTime
}

/** Accepts a proposal: a draft session or a stop is made at that place and time, and the partner is told. */
export async function acceptProposal(
  work: Work<Schemas>,
  command: Accept,
): Promise<Result<{ session: number | null; stop: number | null }, AcceptRefusal>> {
  const open = await openProposal(work, command.proposal, 'accept')
  if (!open.ok) return open
  const { proposal, becomes } = open.value
  const made =
    proposal.kind === 'session' ? await draftSession(work, proposal, command) : await stopAt(work, command)
  if (!made.ok) return made
  await tell(work, proposal, { status: becomes, ...made.value })
  return done(made.value)
}

async function draftSession(
  work: Work<Schemas>,
  proposal: Proposal,
  { place, day, hour }: Accept,
): Promise<Result<{ session: number | null; stop: null }, AcceptRefusal>> {
  if (!proposal.activity) return refuse({ refusal: 'activity-missing' })
  const planned = await season.planSeries(work, {
    activityId: proposal.activity.id,
    placeId: place,
    spaceId: null,
    hosts: [],
    kits: [],
    rule: null,
    startsOn: day,
    endsOn: day,
    startsAt: hour,
    minutes: null,
    capacity: null,
    skips: [],
    languages: ['fr'],
    hostsNeeded: null,
    isCourse: false,
    publish: false,
    choices: {},
  })
  if (planned.ok) return done({ session: planned.value.sessions[0] ?? null, stop: null })
  if (planned.refusal === 'clash' || planned.refusal === 'place-unknown')
    return refuse({ refusal: planned.refusal })
  return refuse({ refusal: planned.refusal === 'no-date' ? 'wish-past' : 'activity-missing' })
}

async function stopAt(
  work: Work<Schemas>,
  { place, day, hour }: Accept,
): Promise<Result<{ session: null; stop: number }, AcceptRefusal>> {
  const timeZone = await nomadic.readPlaceZone(work, place)
  if (timeZone === null) return refuse({ refusal: 'place-unknown' })
  const start = day.toZonedDateTime({ timeZone, plainTime: hour })
  const planned = await nomadic.planStop(work, {
    placeId: place,
    start: start.toInstant(),
    end: start.add({ hours: stopHours }).toInstant(),
    hosts: [],
    kits: [],
    vehicleId: null,
    offers: [],
    howToFind: {},
  })
  if (planned.ok) return done({ session: null, stop: planned.value.stop })
  if (planned.refusal === 'already-there' || planned.refusal === 'place-unknown')
    return refuse({ refusal: planned.refusal })
  return refuse({ refusal: planned.refusal === 'in-the-past' ? 'wish-past' : 'clash' })
}

/** Asks the partner for another date; she agrees or withdraws. */
export async function askOtherDate(
  work: Work<Schemas>,
  command: { proposal: number; at: Temporal.Instant },
): Promise<Result<{ proposal: number }, ProposalRefusal | { refusal: 'wish-past' }>> {
  if (Temporal.Instant.compare(command.at, work.now) <= 0) return refuse({ refusal: 'wish-past' })
  const open = await openProposal(work, command.proposal, 'ask-other-date')
  if (!open.ok) return open
  const { proposal, becomes } = open.value
  await tell(work, proposal, { status: becomes, ratherAt: command.at })
  return done({ proposal: proposal.id })
}

/** Declines with a ready sentence. */
export async function declineProposal(
  work: Work<Schemas>,
  command: { proposal: number; sentence: string },
): Promise<Result<{ proposal: number }, ProposalRefusal>> {
  const open = await openProposal(work, command.proposal, 'decline')
  if (!open.ok) return open
  const { proposal, becomes } = open.value
  await tell(work, proposal, { status: becomes, sentence: command.sentence })
  return done({ proposal: proposal.id })
}

/** Writes an answer, has the partner told, and notes who gave it. */
async function tell(
  work: Work<Schemas>,
  { id, centre }: Proposal,
  answer: { status: ProposalStatus } & Omit<Parameters<typeof writeAnswer>[2], 'by'>,
): Promise<void> {
  const by = work.actor.kind === 'member' ? work.actor.member : null
  const version = await writeAnswer(work, id, { ...answer, by })
  work.enqueue('messaging.deliver', { centre, kind: 'planning.proposal', ref: id, version })
  await record(work, `proposal.${answer.status}`, `proposal:${id}`)
}
