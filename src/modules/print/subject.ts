import type { Session } from '#modules/programme/index.ts'
import type { Language } from '#platform/i18n/index.ts'

/** What public sheets are made of: the sessions to show, and what they have in common. */
export interface Subject {
  sessions: readonly Session[]
  /** « Le Maillage Saint-Ouen »: the place, the series' activity; the only session's own title when there is one only. */
  title: string
  theme: Session['activity']['theme']
  /** The page of this site that says the same. */
  path: string
  /** The centre's, as it is kept: +33199002412. */
  phone: string
  roomOf(session: Session): string
  hostsOf(session: Session): string
}

/** How a sheet is made: in which language, for which readers. */
export interface Making {
  lang: Language
  easy: boolean
  publicUrl: string
  /** The help line, where a centre has no number of its own. */
  phone: string
}
