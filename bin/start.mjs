// `npm start`: installs what is missing, then serves. In containers and unit files call `node bin/start.mjs` directly.
import { handOver } from './support/handover.mjs'

await handOver('bin/run.mjs', ['main', ...process.argv.slice(2)])
