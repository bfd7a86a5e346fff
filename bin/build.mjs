// Bundles the product with esbuild: src/main.ts and src/cli.ts, and a bench when one is asked. About 0.2 s;
// nothing is done when no source has changed since the last time. `node bin/build.mjs` builds everything.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, say } from './support/install.mjs'

const sources = ['src', 'fixtures', 'bench', 'package.json', 'package-lock.json', 'bin/build.mjs']

/** A fingerprint of every source: path, size and time of last change. Reading 500 stats takes some ten milliseconds. */
function fingerprint() {
  const hash = createHash('sha256')
  const visit = (path) => {
    const full = join(root, path)
    const stat = statSync(full, { throwIfNoEntry: false })
    if (!stat) return
    if (stat.isDirectory()) for (const name of readdirSync(full).sort()) visit(`${path}/${name}`)
    else if (!path.includes('.test.')) hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
  }
  sources.forEach(visit)
  return hash.digest('hex')
}

const sourceOf = (entry) => (entry.startsWith('bench/') ? `${entry}.ts` : `src/${entry}.ts`)

/**
 * Builds `entry` (`main`, `cli` or `bench/<name>`) if needed and gives the path of the bundle inside the project.
 * Throws what esbuild found, with file and line.
 */
export async function build(entry) {
  const output = `dist/${entry}.js`
  const stamp = join(root, `dist/${entry.replaceAll('/', '-')}.stamp`)
  const wanted = fingerprint()
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted)
    return output
  const began = performance.now()
  const esbuild = await import('esbuild')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { [entry]: sourceOf(entry) },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node26',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.sql': 'text', '.css': 'text', '.svg': 'text', '.txt': 'text' },
    logLevel: 'silent',
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, wanted)
  say(`Built ${output} in ${((performance.now() - began) / 1000).toFixed(2)} s.`)
  return output
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const entry of ['main', 'cli']) await build(entry)
}
