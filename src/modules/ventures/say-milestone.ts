import { townOf } from '#modules/discovery/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { touchFounder } from './db/founders.ts'
import { deleteMilestone, insertMilestone, readMilestones } from './db/milestones.ts'
import {
  type MilestoneKind,
  type MilestoneRefusal,
  refusalOfMilestone,
  refusalOfRemoval,
} from './domain/milestones.ts'
import type { Founder } from './domain/vocabulary.ts'

export interface SaidMilestone {
  kind: MilestoneKind
  on: Temporal.PlainDate
  /** As it was typed: of « registered » alone. */
  town: string
  /** Of « hired » alone. */
  jobs: number | null
}

type Refused = { refusal: MilestoneRefusal | 'town-unknown' | 'town-which' | 'jobs-missing' }

/** A founder reached something; said twice, it is there once. `today` at her centre. */
export async function sayMilestone(
  work: Work<'ventures' | 'discovery' | 'network'>,
  founder: Founder,
  said: SaidMilestone,
  today: Temporal.PlainDate,
): Promise<Result<MilestoneKind, Refused>> {
  const refusal = refusalOfMilestone(await readMilestones(work, founder.id), said, today)
  if (refusal) return refuse({ refusal })
  const town = said.kind === 'registered' ? await townOf(work, said.town) : null
  if (town === 'which') return refuse({ refusal: 'town-which' })
  if (said.kind === 'registered' && !town) return refuse({ refusal: 'town-unknown' })
  if (said.kind === 'hired' && said.jobs === null) return refuse({ refusal: 'jobs-missing' })
  await insertMilestone(work, {
    founder: founder.id,
    centre: founder.centre,
    kind: said.kind,
    on: said.on,
    town,
    jobs: said.kind === 'hired' ? said.jobs : null,
  })
  await touchFounder(work, founder.id)
  return done(said.kind)
}

/** Takes back what was said by mistake; the figures follow. */
export async function takeBackMilestone(
  work: Work<'ventures'>,
  founder: Founder,
  id: number,
): Promise<Result<null, { refusal: MilestoneRefusal | 'milestone-unknown' }>> {
  const reached = await readMilestones(work, founder.id)
  const removed = reached.find((one) => one.id === id)
  if (!removed) return refuse({ refusal: 'milestone-unknown' })
  const refusal = refusalOfRemoval(reached, removed)
  if (refusal) return refuse({ refusal })
  await deleteMilestone(work, id)
  return done(null)
}
