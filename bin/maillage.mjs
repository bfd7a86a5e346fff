// `npm run maillage -- <noun> <verb> …`: the same use cases as the pages, from a terminal.
import { handOver } from './support/handover.mjs'

await handOver('bin/run.mjs', ['cli', ...process.argv.slice(2)])
