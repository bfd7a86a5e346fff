import type { Room, Seat } from './domain/game.ts'
import type { Item } from './domain/pack.ts'

/** A room of 26 people in the lobby, unless said otherwise. */
export const aRoom = (over: Partial<Room> = {}): Room => ({
  id: 12,
  code: 'K7P3M',
  centre: 1,
  timeZone: 'Europe/Paris',
  title: { fr: 'Le colis mystère' },
  pack: 'scams',
  choices: { names: 'first-name', teams: 0, timer: null, podium: false, again: false },
  version: 7,
  phase: 'lobby',
  position: 0,
  total: 8,
  paused: false,
  question: null,
  closesAt: null,
  seated: 26,
  answered: 0,
  tally: null,
  before: null,
  podium: [],
  ...over,
})

/** The room while it answers an item, or once it was shown. */
export const roomOf = (item: Item, phase: 'asking' | 'shown' = 'asking', over: Partial<Room> = {}): Room =>
  aRoom({
    phase,
    position: 4,
    question: { position: 4, item, again: false },
    tally: phase === 'shown' ? { people: 3, of: {}, right: 1, partly: 1, wrong: 1 } : null,
    ...over,
  })

export const aSeat: Seat = { id: 4, code: '4821', name: 'Monique', team: null, way: 'phone', answered: false }
