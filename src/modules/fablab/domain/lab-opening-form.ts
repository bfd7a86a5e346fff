import { z } from 'zod'
import { dayOf, hourOf } from './upkeep-forms.ts'

const id = z
  .string('op.roomMissing')
  .regex(/^[1-9]\d{0,8}$/, 'op.roomMissing')
  .transform(Number)

/** When a room of the lab is open, as the form says it; `until`: the last day of every week, or this day only. */
export const openingForm = z.object({
  room: id,
  kind: z.enum(['bookable', 'open-lab']).catch('bookable'),
  day: dayOf('op.dayWrong'),
  from: hourOf('op.hourWrong'),
  to: hourOf('op.hourWrong'),
  supervisor: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .nullable()
    .catch(null),
  until: z.union([z.literal('').transform(() => null), dayOf('op.dayWrong')]).default(null),
  sure: z.enum(['yes', '']).catch(''),
})
export type OpeningForm = z.output<typeof openingForm>

/** The hours of a form on one of its days, on the wall of the place. */
export const hoursOn = (form: OpeningForm, day: Temporal.PlainDate, timeZone: string) => ({
  spaceId: form.room,
  kind: form.kind,
  startsAt: day.toZonedDateTime({ timeZone, plainTime: form.from }).toInstant(),
  endsAt: day.toZonedDateTime({ timeZone, plainTime: form.to }).toInstant(),
  supervisorId: form.supervisor,
})
