import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { UpkeepPlan } from '../domain/upkeep.ts'

/** Plans that run, of a centre's machines in service, the longest since first. */
export async function readUpkeepPlans(work: Work<'fablab'>, centre: number): Promise<UpkeepPlan[]> {
  const { rows } = await sql<UpkeepPlan>`
    select p.id, p.machine_id as machine, p.task, p.every_weeks as "everyWeeks", p.every_hours as "everyHours",
      p.done_at as "doneAt", greatest(0, coalesce(u.minutes, 0) - p.use_then) as "usedSince"
    from fablab.upkeep_plans p join fablab.machines m on m.id = p.machine_id and m.status = 'in-service'
    left join fablab.machine_use u on u.machine_id = p.machine_id
    where p.centre_id = ${centre} and p.stopped_at is null order by p.done_at, p.id`.execute(work.tx)
  return rows
}

const useOf = (machine: number) =>
  sql<number>`coalesce((select minutes from fablab.machine_use where machine_id = ${machine}), 0)`

export async function insertUpkeepPlan(
  work: Work<'fablab'>,
  plan: {
    centre: number
    machine: number
    task: string
    everyWeeks: number | null
    everyHours: number | null
    member: number
  },
): Promise<void> {
  await work.tx
    .insertInto('fablab.upkeep_plans')
    .values({
      centre_id: plan.centre,
      machine_id: plan.machine,
      task: plan.task,
      every_weeks: plan.everyWeeks,
      every_hours: plan.everyHours,
      done_at: work.now,
      use_then: useOf(plan.machine),
      done_by: plan.member,
    })
    .execute()
}

/** It was done now, by this member: the count begins again. False: no such plan in this centre. */
export async function writeUpkeepDone(work: Work<'fablab'>, plan: number, member: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update fablab.upkeep_plans p set done_at = ${work.now}, done_by = ${member},
      use_then = coalesce((select minutes from fablab.machine_use u where u.machine_id = p.machine_id), 0)
    where id = ${plan} and stopped_at is null`.execute(work.tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** Ends a plan. False: no such plan in this centre. */
export async function writeUpkeepStopped(work: Work<'fablab'>, plan: number): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('fablab.upkeep_plans')
    .set({ stopped_at: work.now })
    .where('id', '=', plan)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
