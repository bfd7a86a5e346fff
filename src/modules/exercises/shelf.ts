import type { House } from '#platform/house.ts'
import { readFile } from './db/packages.ts'
import { type Opened, openPackage } from './open-package.ts'

/** Packages kept open in memory by a process, the one least lately used leaving first. */
const most = 6

/** Opens packages when somebody plays them. A removed one is gone within a minute. */
export function shelf(house: House): (id: number) => Promise<Opened | null> {
  const open = new Map<number, { at: number; opened: Promise<Opened | null> }>()
  const read = async (id: number): Promise<Opened | null> => {
    const file = await house.inWork({ kind: 'visitor' }, (work) => readFile(work, id))
    const opened = file && openPackage(file)
    return opened?.ok ? opened.value : null
  }
  return (id) => {
    const now = house.now().epochMilliseconds
    const kept = open.get(id)
    const fresh = kept && now - kept.at < 60_000 ? kept : { at: now, opened: read(id) }
    open.delete(id)
    open.set(id, fresh)
    const [oldest] = open.keys()
    if (open.size > most && oldest !== undefined) open.delete(oldest)
    return fresh.opened
  }
}
