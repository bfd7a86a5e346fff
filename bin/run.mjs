// Runs in the pinned Node: builds if a source changed, then runs `main`, `cli` or `bench/<name>` from dist/.
// Arguments after the first belong to the program.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { root, say } from './support/install.mjs'
import { stopWithParent } from './support/parent.mjs'

const [entry = 'main', ...args] = process.argv.slice(2)

const endNow = () => process.exit(143)
// Until the program listens for itself, a signal simply ends us: nothing is running yet.
process.once('SIGTERM', endNow)
stopWithParent(() => {
  // Emitted rather than sent: on Windows a signal to oneself kills without asking.
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143)
})

let file
try {
  file = await build(entry)
} catch (error) {
  say(`The sources could not be built: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
process.off('SIGTERM', endNow)
process.argv = [process.argv[0], join(root, file), ...args]
await import(pathToFileURL(join(root, file)).href)
