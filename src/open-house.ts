import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCommunes } from '#modules/discovery/index.ts'
import { FolderInUse, startEmbedded, visitEmbedded } from '#platform/database/embedded/index.ts'
import { openDatabase, openPool, refuseDangerousRole } from '#platform/database/index.ts'
import { type Listening, listen } from '#platform/database/listen.ts'
import { migrate } from '#platform/database/migrate.ts'
import type { House } from '#platform/house.ts'
import { openNudge } from '#platform/jobs/index.ts'
import { openSeal } from '#platform/seal/index.ts'
import type { Settings } from '#platform/settings.ts'
import { openWork } from '#platform/work/index.ts'
import { loadDemo } from './demo/load-demo.ts'

/** The house with its database open, and the way to close it again. */
export interface OpenHouse {
  house: House
  appUrl: string
  /** Ends what is held open, before requests under way are waited for. */
  letGo(): void
  close(): Promise<void>
}

export interface Opening {
  /** Told each long step, in a sentence. */
  say(line: string): void
  /** Called if the embedded database ends by itself. */
  lost?(): void
  /** Work beside a product that is already up on this data folder, instead of refusing. */
  asVisitor?: boolean
}

/**
 * Opens the database (embedded, or the one of DATABASE_URL), brings it to the present shape, and fills what is empty:
 * the communes of France, then the demo network when it is wanted. The web, the worker and the terminal all begin here.
 */
export async function openHouse(settings: Settings, opening: Opening): Promise<OpenHouse> {
  const { say } = opening
  const embedded = settings.databaseUrl ? null : await openEmbedded(settings, opening)
  const ownerUrl = embedded?.ownerUrl ?? settings.databaseOwnerUrl
  const appUrl = embedded?.appUrl ?? (settings.databaseUrl as string)
  if (ownerUrl) await migrate(ownerUrl)

  const pool = openPool(appUrl)
  const listening: Listening[] = []
  const ends: (() => void)[] = []
  const close = async () => {
    await Promise.all(listening.map((one) => one.close()))
    await pool.end()
    await embedded?.stop()
  }
  try {
    await refuseDangerousRole(pool)
    const now = () => Temporal.Now.instant()
    const db = openDatabase(pool)
    const house: House = {
      settings,
      demo: wantsDemo(settings, embedded?.isNew ?? false),
      db,
      now,
      seal: openSeal(settings.secret),
      inWork: openWork(db, now, openNudge(pool)),
      listen(channel, heard) {
        const one = listen(appUrl, channel, heard)
        listening.push(one)
        return one
      },
      closing: (end) => void ends.push(end),
    }
    await house.inWork({ kind: 'system', centre: null }, (work) => loadCommunes(work, say))
    if (house.demo) {
      await loadDemo(house, say)
      writeFileSync(demoMark(settings), 'This data folder holds the demo network.\n')
    }
    const letGo = () => {
      for (const end of ends) end()
    }
    return { house, appUrl, letGo, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The embedded server, started; or, for a visitor, the one that is already up. */
async function openEmbedded(settings: Settings, { say, lost, asVisitor }: Opening) {
  try {
    const embedded = await startEmbedded({ folder: settings.data, log: say })
    embedded.onExit(() => lost?.())
    return embedded
  } catch (error) {
    if (!asVisitor || !(error instanceof FolderInUse)) throw error
    return { ...visitEmbedded(settings.data), ownerUrl: undefined, isNew: false, stop: async () => {} }
  }
}

const demoMark = (settings: Settings) => join(settings.data, 'demo-network')

/** A real network must never offer to enter as its coordinator: the demo is on only where it was loaded, or asked for. */
const wantsDemo = (settings: Settings, isNew: boolean) =>
  settings.demo === 'on' || (settings.demo === 'auto' && (isNew || existsSync(demoMark(settings))))
