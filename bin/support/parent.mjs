// `npm` stopped by SIGTERM kills only the shell between it and us, and that shell passes nothing on.
// The one trace left is that our parent has changed: we watch for it.

/** Calls `stop` once when the process that started us is gone. Only under npm or our own launcher: a service has no parent to lose. */
export function stopWithParent(stop) {
  if (!process.env.npm_lifecycle_event && !process.env.MAILLAGE_LAUNCHED) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 250)
  watch.unref()
}
