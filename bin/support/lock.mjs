// npm drops in silence, from the lock, an optional platform build it could not find that day; `npm ci` then refuses the lock
// on every machine. This check reads the lock the way `npm ci` does.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

/** The names of optional dependencies that some package of the lock wants and that have no entry of their own, sorted. */
export function missingFromLock() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const missing = new Set()
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isFound(packages, path, name)) missing.add(name)
    }
  }
  return [...missing].sort()
}

/** As Node looks for it: beside the package, then one folder up, to the top. */
function isFound(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (at === '') return false
  }
}
