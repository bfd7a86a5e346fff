export { sessionCalendar } from './calendar.ts'
export {
  isClash,
  mayBeHeldAt,
  writeCancellation,
  writeCapacity,
  writeMove,
  writeSpace,
} from './db/change.ts'
export { readHosts, readSession, readSessionsOfCentre, readSimilar } from './db/read.ts'
export { readSessions } from './db/read-many.ts'
export { claimSeats, lockSeats, releaseSeats } from './db/seats.ts'
export { whereaboutsOf } from './db/whereabouts.ts'
export { type Session, standingOf, wordsOf } from './domain/session.ts'
export { audiences, formats, themes } from './domain/vocabulary.ts'
export { FeedLinks } from './feed-links.tsx'
export * as machines from './machines.ts'
export { EventData } from './schema-org.tsx'
export * as season from './season.ts'
