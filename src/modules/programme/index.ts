export { readHosts, readSession, readSessionsOfCentre, readSimilar } from './db/read.ts'
export { type ActivityWords, type Session, type Standing, standingOf, wordsOf } from './domain/session.ts'
export { audiences, formats, levels, themes } from './domain/vocabulary.ts'
