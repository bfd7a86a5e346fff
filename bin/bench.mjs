// `npm run bench -- <name> [--json]`: runs bench/<name>.ts and prints value, limit and ratio of the same run.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { handOver } from './support/handover.mjs'
import { giveUp, root } from './support/install.mjs'

const [name, ...args] = process.argv.slice(2)
const folder = join(root, 'bench')
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => /^[a-z-]+\.ts$/.test(file))
      .map((file) => file.slice(0, -3))
  : []
if (!name || !names.includes(name))
  giveUp(`Usage: npm run bench -- <name> [--json], where <name> is one of: ${names.join(', ')}.`)
await handOver('bin/run.mjs', [`bench/${name}`, ...args])
