// `npm test`: every check of the house, one named and timed step after the other; stops at the first red one.
// `npm test -- --only types,lint` runs some steps; a path after them goes to the tests: `npm test -- --only tests src/ui`.
import { handOver } from './support/handover.mjs'

await handOver('bin/support/checks.mjs', process.argv.slice(2))
