/** How far a change of one session of a series reaches. */
export const scopes = ['one', 'following', 'all'] as const
export type Scope = (typeof scopes)[number]

/** Where and when a session is to be held: what a move changes. The rest stays. */
export interface Move {
  /** Days later (or earlier, below zero), on the place's calendar. */
  days: number
  /** The hour on the place's clock. */
  time: Temporal.PlainTime
  minutes: number
  placeId: number
  spaceId: number | null
}

/** When a session begins once moved: so many days later, at that hour of the place's clock, through summer time too. */
export const movedStart = (
  start: Temporal.ZonedDateTime,
  move: Pick<Move, 'days' | 'time'>,
): Temporal.ZonedDateTime =>
  start
    .toPlainDate()
    .add({ days: move.days })
    .toZonedDateTime({ timeZone: start.timeZoneId, plainTime: move.time })
