import { type CronItem, parseCronItems, type Runner, run, type Task } from 'graphile-worker'
import type pg from 'pg'
import { openPool } from '#platform/database/index.ts'
import { quietLogger } from '#platform/database/migrate.ts'

/** A job's handler: its payload holds numbers, never a person. It may run twice: its condition is in what it writes. */
export type Job = (
  payload: Record<string, string | number | null>,
  info: { attempt: number; lastAttempt: boolean },
) => Promise<void>

/** Jobs by name, `module.verb`. */
export type Jobs = Record<string, Job>

/** The timetable: cron line → job name, in UTC. */
export type Timetable = { match: string; task: string }[]

/**
 * Starts the worker. Every job named in the timetable must have a handler: a missing one stops the start rather than
 * losing work in silence. `alone`: no other process works on this queue, so whatever a killed one had locked is free at
 * once; otherwise the queue frees it after four hours.
 */
export async function startWorker(
  url: string,
  jobs: Jobs,
  timetable: Timetable,
  options: { alone?: boolean; concurrency?: number } = {},
): Promise<{ stop(): Promise<void> }> {
  for (const { task } of timetable)
    if (!jobs[task]) throw new Error(`the timetable names « ${task} », which no module handles`)
  const pool = openPool(url, { max: 6, asWorker: true })
  if (options.alone)
    await pool.query(`select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`)
  const taskList: Record<string, Task> = {}
  for (const [name, job] of Object.entries(jobs))
    taskList[name] = async (payload, { job: { attempts, max_attempts } }) =>
      job(payload as Record<string, string | number | null>, {
        attempt: attempts,
        lastAttempt: attempts >= max_attempts,
      })
  const cron: CronItem[] = timetable.map(({ match, task }) => ({ match, task, identifier: task }))
  const runner: Runner = await run({
    pgPool: pool as pg.Pool,
    taskList,
    parsedCronItems: parseCronItems(cron),
    noHandleSignals: true,
    pollInterval: 1000,
    concurrency: options.concurrency ?? 4,
    logger: quietLogger,
  })
  return {
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}

/** Tells sleeping workers that jobs were added; at most one call every 50 ms, outside any transaction. */
export function openNudge(pool: pg.Pool): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      pool.query(`select pg_notify('jobs:insert', '{"r":0.5,"count":1}')`).catch(() => {})
    }, 50)
  }
}
