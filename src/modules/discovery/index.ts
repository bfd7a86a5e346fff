export { type Found, findWhere, type Where } from './find-where.ts'
export { loadCommunes } from './load-communes.ts'
