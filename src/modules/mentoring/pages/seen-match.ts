import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Match } from '../db/matches.ts'
import type { Meeting } from '../db/meetings.ts'
import type { Side } from '../domain/profile.ts'

/** A match as one of the two sees it. */
export interface SeenMatch {
  match: Match
  /** First name of the other. */
  other: string
  /** Who the other is, in a sentence. */
  about: string
  meetings: readonly Meeting[]
  words: ReadonlyMap<number, string>
}

/** One match on the page of one of the two. */
export type MatchProps = {
  readonly lang: Language
  readonly side: Side
  /** Of the page, without a slash at its end. */
  readonly address: string
  readonly seen: SeenMatch
  readonly zone: string
  /** The form that came back, when it was for this match. */
  readonly typed: Typed
  readonly errors: FieldErrors
}
