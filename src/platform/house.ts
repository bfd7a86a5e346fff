import type { Database } from './database/index.ts'
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
}
