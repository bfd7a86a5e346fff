import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { deleteFills, readFill, writeFill } from './db/fills.ts'
import { proposalOf } from './domain/fill-proposal.ts'
import { periodOf } from './fill-period.ts'
import { readSeason } from './fill-read.ts'
import { fillSeason } from './fill-season.ts'

/** How long the solver may look. */
const seconds = 30

/** Looks for the best way to fill a period, outside any transaction, and keeps what it proposes. Twice is the same as once. */
async function fill(house: House, centre: number, id: number): Promise<void> {
  const actor = { kind: 'system', centre } as const
  const read = await house.inWork(actor, async (work) => {
    const asked = await readFill(work, id)
    if (!asked || !(await writeFill(work, id, ['waiting', 'running'], { status: 'running', progress: 0 })))
      return null
    return readSeason(work, centre, await periodOf(work, centre, asked))
  })
  if (!read) return
  const tell = async (done: number) => {
    const progress = Math.min(99, Math.round(done * 100))
    await house.inWork(actor, (work) => writeFill(work, id, ['running'], { progress }))
  }
  const { plan, objective, bound } = await fillSeason(read, { seconds, tell })
  const proposal = proposalOf(read, plan)
  await house.inWork(actor, (work) =>
    writeFill(work, id, ['running'], { status: 'proposed', progress: 100, proposal, objective, bound }),
  )
}

export const jobs = (house: House): Jobs => ({
  'planning.fill': ({ centre, fill: id }) => fill(house, Number(centre), Number(id)),
  'planning.forget-fills': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      deleteFills(work, work.now.subtract({ hours: 24 * 30 })),
    )
  },
})

export const timetable: Timetable = [{ match: '40 2 * * *', task: 'planning.forget-fills' }]
