// Checks the boundaries of the house, then plants one violation of each kind and expects red: a checker that sees
// nothing would be green too.
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './support/install.mjs'

const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

/** Fewer files than this and the checker has not seen the house. */
const fewestFiles = 100

function cruise() {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  )
  if (!stdout) throw new Error(stderr)
  const { summary } = JSON.parse(stdout)
  return { files: summary.totalCruised, violations: summary.violations }
}

const plants = [
  [
    'src/modules/people/planted-violation.ts',
    "export { register } from '#modules/registrations/index.ts'\n",
    'people-knows-only-nobody',
  ],
  [
    'src/modules/attendance/planted-violation.ts',
    "export { planOffers } from '#modules/registrations/domain/waiting-list.ts'\n",
    'only-the-front-door',
  ],
  [
    'src/modules/programme/domain/planted-violation.ts',
    "export { openPool } from '#platform/database/index.ts'\n",
    'domain-is-pure',
  ],
  [
    'src/modules/programme/planted-violation.ts',
    "export { sql } from '#platform/database/index.ts'\n",
    'sql-only-in-db',
  ],
  [
    'src/platform/planted-violation.ts',
    "export type { Session } from '#modules/programme/index.ts'\n",
    'platform-knows-no-product',
  ],
]

const { files, violations } = cruise()
for (const { from, to, rule } of violations) process.stderr.write(`${rule.name}: ${from} → ${to}\n`)
if (files < fewestFiles) process.stderr.write(`Only ${files} files were seen: the checker is blind.\n`)

let missed = []
try {
  for (const [path, text] of plants) writeFileSync(join(root, path), text)
  const planted = cruise().violations
  missed = plants.filter(
    ([path, , rule]) => !planted.some((found) => found.from === path && found.rule.name === rule),
  )
} finally {
  for (const [path] of plants) rmSync(join(root, path), { force: true })
}
for (const [path, , rule] of missed) process.stderr.write(`Planted in ${path} and not seen: ${rule}\n`)

process.stdout.write(
  `${files} files, ${violations.length} violations, ${plants.length - missed.length} of ${plants.length} planted ones seen.\n`,
)
if (violations.length > 0 || missed.length > 0 || files < fewestFiles) process.exitCode = 1
