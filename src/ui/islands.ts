import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildSync } from 'esbuild'

/** The islands a page may name: folders of `src/islands`. */
export const islands = ['plan', 'live', 'exercise', 'exercise-box', 'aloud', 'cards'] as const
export type IslandName = (typeof islands)[number]

/** A bundle as it is served: its address changes with its content, so that it can be kept for ever. */
export interface Bundle {
  path: string
  code: string
}

function projectRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

const bundles = new Map<IslandName, Bundle>()

/** The bundle of an island, made once in the life of the process (about 10 ms). */
export function bundleOf(name: IslandName): Bundle {
  const known = bundles.get(name)
  if (known) return known
  const { outputFiles } = buildSync({
    entryPoints: [join(projectRoot(), 'src/islands', name, 'index.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
  })
  const code = outputFiles[0]?.text ?? ''
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12)
  const bundle = { path: `/islands/${name}-${hash}.js`, code }
  bundles.set(name, bundle)
  return bundle
}
