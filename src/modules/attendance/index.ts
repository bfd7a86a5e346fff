export { readSheet, type Sheet } from './read-sheet.ts'
