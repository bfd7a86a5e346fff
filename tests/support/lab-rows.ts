import type pg from 'pg'

/** One row of every table that runs the lab of one centre, behind everybody's back; after `writeFablabRows`. */
export async function writeLabRows(
  owner: pg.Pool,
  { centre, member }: { centre: number; member: number },
): Promise<void> {
  const one = async (statement: string, values: unknown[]) =>
    Number((await owner.query(`${statement} returning *`, values)).rows[0]?.id ?? 0)
  const first = async (table: string) =>
    Number((await owner.query(`select id from ${table} where centre_id = $1 limit 1`, [centre])).rows[0]?.id)
  const [machine, opening] = [await first('fablab.machines'), await first('fablab.openings')]
  await one(
    `insert into fablab.presences (centre_id, opening_id, came_at, noted_by) values ($1, $2, '2031-02-01 10:00Z', $3)`,
    [centre, opening, member],
  )
  await one(
    `insert into fablab.breakdowns (centre_id, machine_id, cause, words, reported_at) values ($1, $2, 'stops', 'Elle s’arrête', now())`,
    [centre, machine],
  )
  await one(
    `insert into fablab.upkeep_plans (centre_id, machine_id, task, every_weeks, done_at, done_by) values ($1, $2, 'Huiler', 4, now(), $3)`,
    [centre, machine, member],
  )
  const material = await one(
    `insert into fablab.materials (centre_id, name, kind, unit) values ($1, 'Carton', 'material', 'sheet')`,
    [centre],
  )
  await one(
    `insert into fablab.stock_moves (centre_id, material_id, kind, amount, noted_by, noted_at) values ($1, $2, 'received', 10, $3, now())`,
    [centre, material, member],
  )
  await one('insert into fablab.machine_use (machine_id, centre_id, minutes) values ($1, $2, 60)', [
    machine,
    centre,
  ])
  await one(
    `insert into fablab.hour_figures (centre_id, machine_kind, month, minutes) values ($1, 'laser', '2031-02-01', 60)`,
    [centre],
  )
  await one(`insert into fablab.maker_figures (centre_id, month, makers) values ($1, '2031-02-01', 3)`, [
    centre,
  ])
}
