import type { Database } from './database/index.ts'
import type { Listening } from './database/listen.ts'
import type { Seal } from './seal/index.ts'
import type { Settings } from './settings.ts'
import type { InWork } from './work/index.ts'

/** What every module's routes and jobs are given: the way to the database, the clock, the seal, the settings. */
export interface House {
  settings: Settings
  /** The demo network is loaded: pages offer to enter as its cast. */
  demo: boolean
  inWork: InWork
  db: Database
  now(): Temporal.Instant
  seal: Seal
  /** Hears what any process tells on a channel of the database; null: something may have been missed. */
  listen(channel: string, heard: (payload: string | null) => void): Listening
  /** Called when the product begins to stop: what is held open ends, and whoever held it comes back elsewhere. */
  closing(end: () => void): void
}
