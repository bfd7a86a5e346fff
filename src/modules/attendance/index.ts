export { tookPlace } from './db/took-place.ts'
export { readSheet, type Sheet } from './read-sheet.ts'
