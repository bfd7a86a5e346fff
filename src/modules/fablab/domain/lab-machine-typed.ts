import type { Typed } from '#platform/http/form.ts'
import { sheetLanguages } from './lab-machine-form.ts'
import type { Machine, MachineSheet } from './vocabulary.ts'

/** What most machines begin with. */
export const usual: Typed = {
  slot: '60',
  day: '180',
  week: '360',
  minAge: '0',
  supervision: 'young',
  withRoom: 'yes',
}

/** A machine as its form would have been typed. */
export function typedOf(machine: Machine): Typed {
  const texts = sheetLanguages.flatMap((code) => {
    const said = machine.texts[code]
    return [
      [`what_${code}`, said?.what ?? ''],
      [`safety_${code}`, (said?.safety ?? []).join('\n')],
      [`needs_${code}`, (said?.needs ?? []).join('\n')],
      [`documents_${code}`, (said?.documents ?? []).map(({ title, url }) => `${title} | ${url}`).join('\n')],
    ] as const
  })
  return {
    name: machine.name,
    kind: machine.kind,
    room: String(machine.space.id),
    slot: String(machine.slotMinutes),
    day: String(machine.dayMinutes),
    week: String(machine.weekMinutes),
    minAge: String(machine.minAge),
    supervision: machine.supervision,
    withRoom: machine.goesWithTheRoom ? 'yes' : 'no',
    inductions: machine.inductions.map(({ id }) => String(id)),
    heardIn: machine.heardIn.map(({ id }) => String(id)),
    ...Object.fromEntries(texts),
  }
}

/** The same machine, in service or retired. */
export const sheetAgain = (machine: Machine, status: MachineSheet['status']): MachineSheet => ({
  spaceId: machine.space.id,
  name: machine.name,
  kind: machine.kind,
  status,
  slotMinutes: machine.slotMinutes,
  dayMinutes: machine.dayMinutes,
  weekMinutes: machine.weekMinutes,
  minAge: machine.minAge,
  supervision: machine.supervision,
  goesWithTheRoom: machine.goesWithTheRoom,
  texts: machine.texts,
  inductionIds: machine.inductions.map(({ id }) => id),
  heardIn: machine.heardIn.map(({ id }) => id),
})
