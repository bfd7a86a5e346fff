// `npm` stopped by SIGTERM kills only the shell between it and us, and that shell passes nothing on; killed by SIGKILL it
// leaves even the shell. The one trace is that a parent has changed: we watch for it.
import { readFileSync } from 'node:fs'

const parentOf = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
}

/** Our parent, and above it npm when our parent is npm's shell (seen on Linux only). */
function ancestry() {
  const parent = process.ppid
  try {
    const isShell = /^(sh|dash|bash|ash|busybox)$/.test(readFileSync(`/proc/${parent}/comm`, 'utf8').trim())
    return `${parent} ${isShell ? parentOf(parent) : ''}`
  } catch {
    return `${parent} `
  }
}

/** Calls `stop` once when the process that started us is gone. Only under npm or our own launcher: a service has no parent to lose. */
export function stopWithParent(stop) {
  if (!process.env.npm_lifecycle_event && !process.env.MAILLAGE_LAUNCHED) return
  const before = ancestry()
  const watch = setInterval(() => {
    if (ancestry() === before) return
    clearInterval(watch)
    stop()
  }, 250)
  watch.unref()
}
