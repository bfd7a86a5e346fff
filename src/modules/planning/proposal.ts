import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertProposal, lockProposal, readProposals, writeAnswer } from './db/proposal.ts'
import { readPartnerHome } from './db/proposal-partner.ts'
import { after, type ProposalGesture } from './domain/proposal.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

export interface Propose {
  kind: 'session' | 'stop'
  activity: number | null
  place: number | null
  elsewhere: string
  /** The best first. */
  wishes: readonly Temporal.Instant[]
  note: string
}

/** Proposes a session or a stop in the name of the actor’s organisation. */
export async function propose(
  work: Work<Schemas>,
  command: Propose,
): Promise<Result<{ proposal: number }, { refusal: 'organisation-inactive' | 'wish-past' }>> {
  const { actor } = work
  const home = await readPartnerHome(work)
  if (actor.kind !== 'member' || actor.centre === null || !home?.organisation.active)
    return refuse({ refusal: 'organisation-inactive' })
  if (command.wishes.some((at) => Temporal.Instant.compare(at, work.now) <= 0))
    return refuse({ refusal: 'wish-past' })
  const proposal = await insertProposal(work, {
    ...command,
    centre: actor.centre,
    organisation: home.organisation.id,
    member: actor.member,
  })
  await record(work, 'proposal.make', `proposal:${proposal}`)
  return done({ proposal })
}

export type ProposalRefusal = { refusal: 'proposal-unknown' | 'already-answered' }

/** The proposal a gesture is about, locked, and where the gesture leads; or why it cannot be. */
export async function openProposal(work: Work<Schemas>, id: number, gesture: ProposalGesture) {
  const status = await lockProposal(work, id)
  if (status === null) return refuse({ refusal: 'proposal-unknown' })
  const becomes = after(status, gesture)
  if (becomes === null) return refuse({ refusal: 'already-answered' })
  const [proposal] = await readProposals(work, 'fr', id)
  return proposal ? done({ proposal, becomes }) : refuse({ refusal: 'proposal-unknown' })
}

/** The partner agrees to the other date, which becomes her wish; or withdraws her proposal. */
export async function answerBack(
  work: Work<Schemas>,
  command: { proposal: number; gesture: 'agree' | 'withdraw' },
): Promise<Result<{ proposal: number }, ProposalRefusal>> {
  const open = await openProposal(work, command.proposal, command.gesture)
  if (!open.ok) return open
  const { proposal, becomes } = open.value
  const rather = proposal.rather?.toInstant()
  await writeAnswer(work, proposal.id, {
    status: becomes,
    by: null,
    ...(command.gesture === 'agree' && rather && { wish: rather }),
  })
  await record(work, `proposal.${command.gesture}`, `proposal:${proposal.id}`)
  return done({ proposal: proposal.id })
}
