import { z } from 'zod'
import type { Language } from '#platform/i18n/index.ts'
import { type Session, wordsOf } from './domain/session.ts'
import { formats, themes } from './domain/vocabulary.ts'

const instant = z.iso.datetime({ offset: true })

/** A session in a list, for machines. */
export const listedSession = z
  .object({
    id: z.int(),
    code: z.string().describe('Short code of posters and messages.'),
    title: z.string().describe('In the language of the request, in French where it has none.'),
    startsAt: instant.describe('With the offset of the place.'),
    endsAt: instant,
    timeZone: z.string().describe('IANA name of the zone of the place.'),
    theme: z.enum(themes),
    format: z.enum(formats),
    place: z.object({
      id: z.int(),
      name: z.string(),
      city: z.string(),
      postalCode: z.string(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    }),
    distanceMetres: z
      .int()
      .nullable()
      .describe('In a straight line, from what `near` found; null without it.'),
    capacity: z.int(),
    seatsLeft: z.int(),
    status: z.enum(['draft', 'published', 'cancelled']),
  })
  .meta({ id: 'ListedSession' })

const texts = z
  .object({ title: z.string(), summary: z.string(), description: z.string(), bring: z.string() })
  .meta({ id: 'Texts' })

/** A session alone, with what its page says. */
export const wholeSession = listedSession
  .extend({
    activityId: z.int(),
    placeId: z.int(),
    texts: z.object({ fr: texts, en: texts.optional(), ar: texts.optional() }),
  })
  .meta({ id: 'Session' })

export type ListedSession = z.output<typeof listedSession>

const moment = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** A session as it stands in a list; `metres` from where one asks. */
export function listSession(session: Session, lang: Language, metres: number | null): ListedSession {
  const { id, name, city, postalCode, latitude, longitude } = session.place
  return {
    id: session.id,
    code: session.code,
    title: wordsOf(session, lang).title,
    startsAt: moment(session.start),
    endsAt: moment(session.end),
    timeZone: session.start.timeZoneId,
    theme: session.activity.theme,
    format: session.activity.format,
    place: { id, name, city, postalCode, latitude, longitude },
    distanceMetres: metres === null ? null : Math.round(metres),
    capacity: session.capacity,
    seatsLeft: session.seatsLeft,
    status: session.status,
  }
}

/** A session alone. */
export function showSession(session: Session, lang: Language): z.output<typeof wholeSession> {
  const { fr, en, ar } = session.activity.texts
  return {
    ...listSession(session, lang, null),
    activityId: session.activity.id,
    placeId: session.place.id,
    texts: { fr, ...(en ? { en } : {}), ...(ar ? { ar } : {}) },
  }
}
