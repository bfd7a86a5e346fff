export { type Attended, readAttended } from './db/attended.ts'
export { readSheet, type Sheet } from './read-sheet.ts'
