import { z } from 'zod'
import { whole } from './lab-forms.ts'
import { type MachineSheet, type MachineTexts, machineKinds, supervisions } from './vocabulary.ts'

/** Languages a machine is described in; French is always there. */
export const sheetLanguages = ['fr', 'en', 'ar'] as const

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const number = z
  .string('ma.kindMissing')
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
const numbers = z.preprocess(list, z.array(number).max(20)).catch([])
const lines = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .refine((all) => all.length <= 12 && all.every((line) => line.length <= 200), 'ma.textLong')

/** « Mode d’emploi | https://exemple.fr/notice.pdf », one a line. */
const documents = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [title = '', url = ''] = line.split('|').map((part) => part.trim())
        return { title, url }
      })
    const isWritten = ({ title, url }: { title: string; url: string }) =>
      title !== '' &&
      title.length <= 120 &&
      url.length <= 500 &&
      URL.canParse(url) &&
      new URL(url).protocol === 'https:'
    if (read.length > 12 || !read.every(isWritten))
      context.addIssue({ code: 'custom', message: 'ma.documentWrong' })
    return read
  })

const ofLanguage = (code: (typeof sheetLanguages)[number]) => {
  const what = z.string().trim().max(400, 'ma.textLong').default('')
  return {
    [`what_${code}`]: code === 'fr' ? what.refine((text) => text !== '', 'ma.whatMissing') : what,
    [`safety_${code}`]: lines,
    [`needs_${code}`]: lines,
    [`documents_${code}`]: documents,
  }
}

/** A machine as the team describes it. Messages are words of the catalogue. */
export const machineForm = z.object({
  name: z.string('ma.nameMissing').trim().min(1, 'ma.nameMissing').max(60, 'ma.nameMissing'),
  kind: z.enum(machineKinds, 'ma.kindMissing'),
  room: z
    .string('op.roomMissing')
    .regex(/^[1-9]\d{0,8}$/, 'op.roomMissing')
    .transform(Number),
  slot: whole('ma.slotWrong', 15, 240),
  day: whole('ma.dayWrong', 15, 1440),
  week: whole('ma.weekWrong', 15, 10080),
  minAge: whole('ma.ageWrong', 0, 18),
  supervision: z.enum(supervisions).catch('always'),
  withRoom: z.enum(['yes', 'no']).catch('yes'),
  inductions: numbers,
  heardIn: numbers,
  ...ofLanguage('fr'),
  ...ofLanguage('en'),
  ...ofLanguage('ar'),
})

type Read = z.output<typeof machineForm> & Record<string, unknown>

/** The sheet of a form; whether it is in service is said elsewhere. */
export function sheetOf(form: Read, status: MachineSheet['status']): MachineSheet {
  const texts = sheetLanguages.flatMap((code): [string, MachineTexts][] => {
    const said = {
      what: form[`what_${code}`] as string,
      safety: form[`safety_${code}`] as string[],
      needs: form[`needs_${code}`] as string[],
      documents: form[`documents_${code}`] as { title: string; url: string }[],
    }
    return said.what === '' ? [] : [[code, said]]
  })
  return {
    spaceId: form.room,
    name: form.name,
    kind: form.kind,
    status,
    slotMinutes: form.slot,
    dayMinutes: form.day,
    weekMinutes: form.week,
    minAge: form.minAge,
    supervision: form.supervision,
    goesWithTheRoom: form.withRoom === 'yes',
    texts: Object.fromEntries(texts),
    inductionIds: form.inductions,
    heardIn: form.heardIn,
  }
}
