export { type Place, readPlace, readPlaces, readStops, type Stop } from './db/read.ts'
export { searchKey } from './domain/search-key.ts'
export { timeZoneOf } from './domain/time-zone.ts'
export { kilometresBetween, type Position, travelMinutes } from './domain/travel.ts'
