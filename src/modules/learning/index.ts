export { readLearner } from './db/learners.ts'
export { noteStep } from './note-step.ts'
export { pathOf } from './read-paths.ts'
export { startPath } from './start-path.ts'
