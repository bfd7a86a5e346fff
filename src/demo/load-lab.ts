import { materials, plans, reports } from '#fixtures/lab.ts'
import type { centres } from '#fixtures/world.ts'
import { reportBreakdown } from '#modules/fablab/db/breakdowns.ts'
import { readOpenings } from '#modules/fablab/db/hours.ts'
import { readMachines } from '#modules/fablab/db/machines.ts'
import { insertMaterial, insertStockMove, readMaterials } from '#modules/fablab/db/stock.ts'
import { insertUpkeepPlan } from '#modules/fablab/db/upkeep.ts'
import type { Machine } from '#modules/fablab/domain/vocabulary.ts'
import type { House } from '#platform/house.ts'

import { type Coordinator, coordinatorOf } from './coordinator-of.ts'

/** The shelves, the upkeep, two reports and the heads counted of the FabLab of Saint-Ouen. Written once. */
export async function loadLab(house: House, centre: (typeof centres)[number]): Promise<void> {
  if (centre.slug !== 'saint-ouen') return
  const coordinator = await coordinatorOf(house, centre.slug)
  const machines = coordinator
    ? await house.inWork(coordinator, (work) => readMachines(work, { centre: coordinator.centre }))
    : []
  if (!coordinator || machines.length === 0) return
  const there = await house.inWork(coordinator, (work) => readMaterials(work, coordinator.centre))
  if (there.length > 0) return
  await loadStock(house, coordinator)
  await loadPlans(house, coordinator, machines)
  for (const { machine: name, ...report } of reports) {
    const machine = machines.find((one) => one.name === name)
    if (machine)
      await house.inWork({ kind: 'visitor' }, (work) =>
        reportBreakdown(work, { machine: machine.id, ...report }),
      )
  }
  await loadHeads(house, coordinator)
}

async function loadStock(house: House, { centre, member, ...rest }: Coordinator): Promise<void> {
  await house.inWork({ centre, member, ...rest }, async (work) => {
    for (const { low, received, used, for: machineKinds, ...material } of materials) {
      const id = await insertMaterial(work, centre, {
        ...material,
        lowMark: low,
        machineKinds: [...machineKinds],
      })
      if (id === null) continue
      const move = { centre, member, material: id, booking: null }
      await insertStockMove(work, { ...move, move: 'received', amount: received })
      await insertStockMove(work, { ...move, move: 'used', amount: used })
    }
  })
}

async function loadPlans(
  house: House,
  coordinator: Coordinator,
  machines: readonly Machine[],
): Promise<void> {
  await house.inWork(coordinator, async (work) => {
    for (const { machine: name, task, weeks, hours, days } of plans) {
      const machine = machines.find((one) => one.name === name)
      if (!machine) continue
      await insertUpkeepPlan(work, {
        centre: coordinator.centre,
        machine: machine.id,
        task,
        everyWeeks: weeks ?? null,
        everyHours: hours ?? null,
        member: coordinator.member,
      })
      await work.tx
        .updateTable('fablab.upkeep_plans')
        .set({ done_at: work.now.subtract({ hours: 24 * days }) })
        .where('machine_id', '=', machine.id)
        .where('task', '=', task)
        .execute()
    }
  })
}

/** Heads counted at the open labs that have been. */
async function loadHeads(house: House, coordinator: Coordinator): Promise<void> {
  await house.inWork(coordinator, async (work) => {
    const openings = await readOpenings(work, { centre: coordinator.centre, to: work.now })
    for (const [i, { id, startsAt }] of openings.filter(({ kind }) => kind === 'open-lab').entries())
      for (let head = 0; head < 5 + ((i * 3) % 6); head++)
        await work.tx
          .insertInto('fablab.presences')
          .values({
            centre_id: coordinator.centre,
            opening_id: id,
            people: 1,
            came_at: startsAt.add({ minutes: head * 9 }),
            noted_by: coordinator.member,
          })
          .execute()
  })
}
