import { readSessions } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { bundleOf, composeSheet } from './compose.ts'
import { shoutStop } from './compose-shout.ts'
import { deleteBatches, readBatch, writeProgress, writeReady } from './db/batches.ts'
import { readBareStopsOfWeek, readPrintedStop } from './db/stop.ts'
import { readNames, readPlacesOfWeek } from './db/subject.ts'
import type { Sheet } from './domain/bundle.ts'
import { renderPdf } from './render.ts'

/** Hours a batch is kept: long enough to find the printer. */
const keptHours = 48

/** How often a batch is tried: somebody waits for it. */
const mostAttempts = 3

/** Makes the posters of a batch, one for each place of the week and each stop where nothing is planned yet, and says how far it is after each. Twice is the same as once. */
async function makeBatch(house: House, centre: number, id: number): Promise<void> {
  const actor = { kind: 'system', centre } as const
  const batch = await house.inWork(actor, (work) => readBatch(work, id))
  if (!batch || batch.status === 'ready') return
  const places = await house.inWork(actor, (work) => readPlacesOfWeek(work, centre, batch.week))
  const bare = await house.inWork(actor, (work) => readBareStopsOfWeek(work, centre, batch.week))
  const total = places.length + bare.length
  const say = (status: 'running' | 'empty', done: number) =>
    house.inWork(actor, (work) => writeProgress(work, id, { status, done, total }))
  if (total === 0) return say('empty', 0)
  const making = {
    lang: batch.language,
    easy: false,
    publicUrl: house.settings.publicUrl,
    phone: house.settings.phone,
  }
  const sheets: Sheet[] = []
  for (const { place, sessions: ids } of places) {
    await say('running', sheets.length)
    const { sessions, names } = await house.inWork(actor, async (work) => ({
      sessions: await readSessions(work, ids),
      names: await readNames(work, place, ids),
    }))
    const [first] = sessions
    if (!first) continue
    const subject = {
      sessions,
      title: names.place ?? first.place.name,
      theme: first.activity.theme,
      path: `/places/${place}`,
      phone: first.centre.phone,
      roomOf: () => '',
      hostsOf: () => '',
    }
    sheets.push(await composeSheet('poster', subject, making))
  }
  for (const id of bare) {
    await say('running', sheets.length)
    const stop = await house.inWork(actor, (work) => readPrintedStop(work, id, batch.language))
    if (stop) sheets.push(await shoutStop('poster', stop, making))
  }
  if (sheets.length === 0) return say('empty', 0)
  const pdf = await renderPdf(bundleOf(batch.language, sheets))
  await house.inWork(actor, (work) => writeReady(work, id, pdf))
}

export const jobs = (house: House): Jobs => ({
  'print.batch': async ({ centre, batch }, { attempt }) => {
    try {
      await makeBatch(house, Number(centre), Number(batch))
    } catch (error) {
      if (attempt < mostAttempts) throw error
      // Who waits before the screen is told, rather than kept waiting.
      await house.inWork({ kind: 'system', centre: Number(centre) }, (work) =>
        writeProgress(work, Number(batch), { status: 'failed', done: 0, total: 0 }),
      )
    }
  },
  'print.forget-batches': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      deleteBatches(work, work.now.subtract({ hours: keptHours })),
    )
  },
})

export const timetable: Timetable = [{ match: '35 2 * * *', task: 'print.forget-batches' }]
