import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertKit, readHomes, writeOffered } from './db/kit.ts'
import type { KitForm } from './domain/kit-form.ts'

type Schemas = 'network' | 'access'
const centreOf = (work: Work<Schemas>) => ('centre' in work.actor ? work.actor.centre : null)

/** Adds a kit or a vehicle to the actor’s centre. */
export async function addKit(
  work: Work<Schemas>,
  command: KitForm,
): Promise<Result<{ kit: number }, { refusal: 'place-unknown' | 'name-taken' }>> {
  const centre = centreOf(work)
  const homes = centre === null ? [] : await readHomes(work, centre)
  if (centre === null || !homes.some(({ id }) => id === command.place))
    return refuse({ refusal: 'place-unknown' })
  const kit = await insertKit(work, { ...command, centre })
  if (kit === null) return refuse({ refusal: 'name-taken' })
  await record(work, 'kit.add', `kit:${kit}`)
  return done({ kit })
}

/** Takes a kit out of what one chooses from, or back in. What it is promised to already stays. */
export async function offerKit(
  work: Work<Schemas>,
  command: { kit: number; active: boolean },
): Promise<Result<{ kit: number }, { refusal: 'kit-unknown' }>> {
  const centre = centreOf(work)
  if (centre === null || !(await writeOffered(work, { id: command.kit, centre, active: command.active })))
    return refuse({ refusal: 'kit-unknown' })
  await record(work, command.active ? 'kit.offer' : 'kit.retire', `kit:${command.kit}`)
  return done({ kit: command.kit })
}
