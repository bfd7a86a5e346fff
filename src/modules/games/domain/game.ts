import type { Item, Text } from './pack.ts'

/** Where a live game stands. `asking`: answers come in and may change; `shown`: closed, and taught. */
export type Phase = 'lobby' | 'asking' | 'shown' | 'ended'

/** What a facilitator does to a game. */
export const gestures = ['next', 'close', 'reopen', 'pause', 'resume', 'end'] as const
export type Gesture = (typeof gestures)[number]

/** Where a game stands: `position` is the question under way, 1 for the first, 0 in the lobby. */
export interface Standing {
  phase: Phase
  position: number
  /** How many questions the game has. */
  total: number
  paused: boolean
}

/** What each gesture makes of a standing; absent: it cannot be done there. */
const moves: { readonly [G in Gesture]: (at: Standing) => Standing | null } = {
  next: (at) =>
    at.phase === 'asking' || at.phase === 'ended'
      ? null
      : at.position === at.total
        ? { ...at, phase: 'ended', paused: false }
        : { ...at, phase: 'asking', position: at.position + 1, paused: false },
  close: (at) => (at.phase === 'asking' ? { ...at, phase: 'shown', paused: false } : null),
  // The way back from a hand too quick: the question opens again with every answer kept.
  reopen: (at) => (at.phase === 'shown' ? { ...at, phase: 'asking' } : null),
  pause: (at) => (at.phase === 'ended' || at.paused ? null : { ...at, paused: true }),
  resume: (at) => (at.paused ? { ...at, paused: false } : null),
  end: (at) => (at.phase === 'ended' ? null : { ...at, phase: 'ended', paused: false }),
}

/** The standing after a gesture; null when the gesture does not belong there. */
export const move = (at: Standing, gesture: Gesture): Standing | null => moves[gesture](at)

/** Whether an answer counts now. A pause holds: nothing comes in until it ends. */
export const takesAnswers = (at: Standing): boolean => at.phase === 'asking' && !at.paused

/** What a facilitator chose for a game. Calm by default: no timer, no podium, no teams. */
export interface Choices {
  /** How people are called: a first name, or an animal they are given. */
  names: 'first-name' | 'animal'
  /** 0: everybody alone; else 2 to 6 teams. */
  teams: number
  /** Seconds a question stays open, or null: until the facilitator closes it. */
  timer: number | null
  /** Shows who found most, at the end; teams when there are teams. */
  podium: boolean
  /** The first questions are asked again at the end: what was learned is seen. */
  again: boolean
}

/** How an answer reached us. All of them fill one table, and count alike. */
export const ways = ['phone', 'tablet', 'card', 'hands'] as const
export type Way = (typeof ways)[number]

/** One question of a game. `again`: asked a second time, at the end. */
export interface Question {
  position: number
  item: Item
  again: boolean
}

/** How the room answered one question: how many chose each thing, and how many were right. No name in it. */
export interface Tally {
  /** People who answered. */
  people: number
  /** By choice (a letter, `safe`, a part, an ending), how many people. For amounts, their average times ten. */
  of: Readonly<Record<string, number>>
  right: number
  partly: number
  wrong: number
}

/** A person, or a card, in the room. `code`: four digits that give the seat back to a phone that lost it. */
export interface Seat {
  id: number
  code: string
  name: string
  /** 1 to `teams`, or null. */
  team: number | null
  way: Exclude<Way, 'hands'>
  answered: boolean
}

/**
 * Everything there is to know of a game at one version: what every role's page is drawn from.
 * The version grows with every change that anybody can see.
 */
export interface Room extends Standing {
  id: number
  /** Five signs that cannot be confused, typed or scanned to join. */
  code: string
  centre: number
  timeZone: string
  title: Text
  /** The pack its questions come from. */
  pack: string
  choices: Choices
  version: number
  question: Question | null
  /** When the timer closes the question; null: no timer, or paused. */
  closesAt: Temporal.Instant | null
  /** People seated. */
  seated: number
  /** Seats that answered the question under way, and hands counted. */
  answered: number
  /** Once shown: how the room answered; before: null, so that nobody is led. */
  tally: Tally | null
  /** The same question the first time, when it is asked again. */
  before: Tally | null
  /** At the end, and when the facilitator wished it: the first three, by team or by name. */
  podium: readonly { name: string; right: number }[]
}
