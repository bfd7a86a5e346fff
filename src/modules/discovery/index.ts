export type { Filters } from './domain/filters.ts'
export { type Found, findWhere, type Where } from './find-where.ts'
export { loadCommunes } from './load-communes.ts'
export { type Hit, searchSessions } from './search.ts'
