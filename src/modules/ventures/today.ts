import { readTowns } from '#modules/network/index.ts'
import type { Work } from '#platform/work/index.ts'

/** The day it is at a centre. */
export async function todayAt(work: Work<'network'>, centre: number): Promise<Temporal.PlainDate> {
  const zone = (await readTowns(work)).find((town) => town.centre === centre)?.timeZone ?? 'Europe/Paris'
  return work.now.toZonedDateTimeISO(zone).toPlainDate()
}
