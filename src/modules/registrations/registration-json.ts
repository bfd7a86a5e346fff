import { z } from 'zod'
import { cleanName, longestName } from '#modules/people/index.ts'
import { machines } from '#modules/programme/index.ts'
import { type Language, languageCodes } from '#platform/i18n/index.ts'
import type { Course } from './db/course.ts'
import type { Registration } from './db/registration.ts'
import { largestParty } from './domain/join.ts'

const statuses = ['confirmed', 'waitlisted', 'offered', 'cancelled'] as const
/** The dates of a course, for machines. */
export const courseDates = z.array(machines.listedSession)

const language = z.enum(['fr', 'en', 'ar'])

/** What joining answers. */
export const joined = z
  .object({
    id: z.int(),
    token: z.string().describe('Opens the registration; whoever has it can change it.'),
    status: z.enum(statuses),
    rank: z.int().nullable().describe('Place in the waiting list, 1 for the first; null when not waiting.'),
    party: z.int().describe('How many come; who had joined already keeps the number said first.'),
    sessionId: z.int().describe('What leads the course, whichever of its dates was asked for.'),
  })
  .meta({ id: 'Joined' })

/** A registration, as its holder sees it. */
export const shown = z
  .object({
    id: z.int(),
    sessionId: z.int(),
    name: z.string(),
    party: z.int(),
    language,
    status: z.enum(statuses),
    rank: z.int().nullable(),
    offerExpiresAt: z.iso.datetime().nullable().describe('Until when an offered seat is kept.'),
    session: machines.listedSession,
    dates: courseDates.describe('Every date of the course, in order; the session alone otherwise.'),
  })
  .meta({ id: 'Registration' })

/** What is sent to join. */
export const join = z
  .object({
    name: z
      .string()
      .max(longestName)
      .refine((name) => cleanName(name) !== '')
      .transform(cleanName)
      .describe('First name, or how the person wants to be called.'),
    phone: z.string().max(60).optional().describe('In any spelling. A phone or an e-mail is needed.'),
    email: z.string().max(254).optional(),
    party: z.int().min(1).max(largestParty).default(1).describe('How many people come together.'),
    language: language.optional().describe('Of the messages; the language of the request when absent.'),
    throughHelper: z.boolean().default(false).describe('The contact is a helper’s, who gets the messages.'),
  })
  .meta({ id: 'NewRegistration' })

/** A registration, with its session in a language. */
export function described(registration: Registration, course: Course, rank: number | null, lang: Language) {
  const { lead: session } = course
  const { id, name, party, status, offerExpiresAt } = registration
  return {
    id,
    sessionId: session.id,
    name,
    party,
    language: languageCodes.find((code) => code === registration.language) ?? 'fr',
    status,
    rank,
    offerExpiresAt: status === 'offered' ? (offerExpiresAt?.toString() ?? null) : null,
    session: machines.listSession(session, lang, null),
    dates: listDates(course, lang),
  } satisfies z.output<typeof shown>
}

/** The dates of a course, in a language. */
export const listDates = ({ dates }: Course, lang: Language) =>
  dates.map((date) => machines.listSession(date, lang, null))
