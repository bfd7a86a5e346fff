import { z } from 'zod'
import { longestName } from '#modules/people/index.ts'
import { machines as moments } from '#modules/programme/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { type Machine, machineKinds, supervisions } from './domain/vocabulary.ts'

const instant = z.iso.datetime({ offset: true })

export const machineShown = z
  .object({
    id: z.int(),
    name: z.string(),
    kind: z.enum(machineKinds),
    what: z.string().describe('What one makes with it, in the language asked for, or in French.'),
    place: z.object({ id: z.int(), name: z.string(), city: z.string(), timeZone: z.string() }),
    slotMinutes: z.int(),
    dayMinutes: z.int().describe('Minutes one person may hold machines of this kind in a day.'),
    weekMinutes: z.int().describe('The same in a week that begins on Monday.'),
    minAge: z.int(),
    supervision: z.enum(supervisions),
    inductions: z.array(z.object({ slug: z.string(), title: z.string() })),
  })
  .meta({ id: 'Machine' })
export const machineList = z.object({ machines: z.array(machineShown) }).meta({ id: 'Machines' })

export const freeSlots = z
  .object({
    slots: z.array(
      z.object({
        startsAt: instant,
        endsAt: instant,
        supervised: z.boolean().describe('Somebody of the lab is there.'),
      }),
    ),
  })
  .meta({ id: 'FreeSlots' })

export const newBooking = z
  .object({
    makerToken: z
      .string()
      .regex(/^[A-Za-z0-9_-]{22}$/)
      .optional()
      .describe('The link of a maker; wanted for machines that ask for an induction.'),
    name: z.string().trim().min(1).max(longestName).optional(),
    phone: z.string().max(40).optional(),
    email: z.string().max(200).optional(),
    birthYear: z.int().min(1900).max(2200).optional().describe('Only of somebody under 18.'),
    adultName: z.string().trim().min(1).max(longestName).optional().describe('Who answers for a minor.'),
    kind: z.enum(['make', 'induction']).default('make'),
    startsAt: moments.moment,
    slots: z.int().min(1).max(24).default(1),
    orWait: z.boolean().default(false).describe('Wait for a taken slot rather than be refused.'),
  })
  .meta({ id: 'NewBooking' })

export const bookingShown = z
  .object({
    token: z.string().describe('The link of the booking: only its holder knows it.'),
    status: z.enum(['booked', 'waiting', 'cancelled']),
    rank: z.int().nullable().describe('Place in the waiting list, 1 for the first.'),
  })
  .meta({ id: 'Booking' })

export function showMachine(machine: Machine, lang: Language): z.input<typeof machineShown> {
  const { id, name, kind, place, slotMinutes, dayMinutes, weekMinutes, minAge, supervision } = machine
  return {
    id,
    name,
    kind,
    what: (machine.texts[lang] ?? machine.texts.fr)?.what ?? '',
    place: { id: place.id, name: place.name, city: place.city, timeZone: place.timeZone },
    slotMinutes,
    dayMinutes,
    weekMinutes,
    minAge,
    supervision,
    inductions: machine.inductions.map(({ slug, texts }) => ({
      slug,
      title: (texts[lang] ?? texts.fr)?.title ?? slug,
    })),
  }
}
