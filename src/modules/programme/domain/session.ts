import type { Language } from '#platform/i18n/index.ts'
import type { Audience, Format, Level, SessionStatus, Theme } from './vocabulary.ts'

/** The words of an activity in one language. */
export interface ActivityWords {
  title: string
  summary: string
  description: string
  bring: string
}

/** Words in each language; French is always there. */
export type InLanguages<T> = { fr: T } & Partial<Record<Language, T>>

/** A date of an activity, with all that a page or a machine shows of it. Times are in the place's own zone. */
export interface Session {
  id: number
  /** Short code of posters and messages. */
  code: string
  centre: { id: number; slug: string; name: string; phone: string }
  activity: {
    id: number
    slug: string
    theme: Theme
    format: Format
    level: Level
    audience: Audience
    needs: string[]
    texts: InLanguages<ActivityWords>
  }
  place: {
    id: number
    name: string
    address: string
    city: string
    postalCode: string
    latitude: number | null
    longitude: number | null
    stepFree: boolean | null
    howToCome: Partial<Record<Language, string>>
    kind: string
  }
  spaceId: number | null
  course: { key: string; index: number; length: number } | null
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  capacity: number
  seatsTaken: number
  seatsLeft: number
  status: SessionStatus
  languages: Language[]
  revision: number
  movedFrom: Temporal.ZonedDateTime | null
}

/** The activity's words in a language, in French where it has none. */
export const wordsOf = (session: Pick<Session, 'activity'>, lang: Language): ActivityWords =>
  session.activity.texts[lang] ?? session.activity.texts.fr

/** What one may still do with a session at a moment. */
export type Standing = 'open' | 'full' | 'started' | 'over' | 'cancelled' | 'draft'

export function standingOf(
  session: Pick<Session, 'status' | 'start' | 'end' | 'seatsLeft'>,
  now: Temporal.Instant,
): Standing {
  if (session.status !== 'published') return session.status
  if (Temporal.Instant.compare(session.end.toInstant(), now) <= 0) return 'over'
  if (Temporal.Instant.compare(session.start.toInstant(), now) <= 0) return 'started'
  return session.seatsLeft > 0 ? 'open' : 'full'
}
