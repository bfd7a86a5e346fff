import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertMachine, readSpacesOf, writeAsked, writeHeardIn, writeMachine } from './db/machine-write.ts'
import { readInductions, readMachine } from './db/machines.ts'
import { readSpace } from './db/openings.ts'
import type { MachineSheet } from './domain/vocabulary.ts'
import { giveSlotsOf } from './give-slots.ts'

type Schemas = 'fablab' | 'people' | 'network' | 'access'

export type MachineRefusal =
  | 'machine-unknown'
  | 'space-unknown'
  | 'name-taken'
  | 'induction-unknown'
  | 'room-busy'
type Answer = Promise<Result<{ machine: number }, { refusal: MachineRefusal }>>

/** Adds a machine to a lab of the actor’s centre. */
export async function addMachine(work: Work<Schemas>, sheet: MachineSheet): Answer {
  return write(work, sheet, null)
}

/** Changes a machine, or retires it; what is booked stays booked. */
export async function changeMachine(
  work: Work<Schemas>,
  { machineId, sheet }: { machineId: number; sheet: MachineSheet },
): Answer {
  const machine = await readMachine(work, machineId)
  if (!machine || !('centre' in work.actor) || machine.centre !== work.actor.centre)
    return refuse({ refusal: 'machine-unknown' })
  return write(work, sheet, machineId)
}

async function write(work: Work<Schemas>, sheet: MachineSheet, id: number | null): Answer {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const space = centre === null ? null : await readSpace(work, centre, sheet.spaceId)
  if (centre === null || !space) return refuse({ refusal: 'space-unknown' })
  const known = new Set((await readInductions(work, centre)).map((induction) => induction.id))
  if (!sheet.inductionIds.every((induction) => known.has(induction)))
    return refuse({ refusal: 'induction-unknown' })
  const rooms = await readSpacesOf(work, space.place)
  if (!sheet.heardIn.every((room) => rooms.some((other) => other.id === room && room !== space.id)))
    return refuse({ refusal: 'space-unknown' })
  try {
    const row = { ...sheet, centre, place: space.place }
    const machine = id ?? (await insertMachine(work, row))
    if (id !== null) await writeMachine(work, id, row)
    await writeAsked(work, { centre, machine, inductions: sheet.inductionIds })
    await writeHeardIn(work, { centre, machine, spaces: sheet.heardIn })
    // It may go with the room no more, or be heard in fewer: hours come free.
    if (id !== null) await giveSlotsOf(work, machine)
    await record(work, id === null ? 'fablab.add-machine' : 'fablab.change-machine', `machine:${machine}`)
    return done({ machine })
  } catch (error) {
    const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
    if (code === '23505' && constraint === 'machines_space_id_name_key')
      return refuse({ refusal: 'name-taken' })
    // It is booked at an hour its new room is a session’s.
    if (code === '23P01') return refuse({ refusal: 'room-busy' })
    throw error
  }
}
