import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Seal } from '#platform/seal/index.ts'

/** One row of every table of a lab and of those who use it, in one centre, behind everybody's back. */
export async function writeFablabRows(
  owner: pg.Pool,
  seal: Seal,
  { centre, member }: { centre: number; member: number },
): Promise<void> {
  const one = async (statement: string, values: unknown[]) =>
    Number((await owner.query(`${statement} returning *`, values)).rows[0]?.id ?? 0)
  const key = () => randomBytes(32)
  const sealed = seal.close('+33639981237')
  const place = Number(
    (await owner.query('select id from network.places where centre_id = $1 limit 1', [centre])).rows[0]?.id,
  )
  const space = await one(
    `insert into network.spaces (centre_id, place_id, name, kind, capacity) values ($1, $2, 'FabLab', 'fablab', 8)`,
    [centre, place],
  )
  const machine = await one(
    `insert into fablab.machines (centre_id, place_id, space_id, name, kind, texts) values ($1, $2, $3, 'Découpe laser', 'laser', '{"fr":{"what":"Couper."}}')`,
    [centre, place, space],
  )
  await one(
    `insert into fablab.machine_inductions (machine_id, centre_id, induction_id) select $1, $2, id from fablab.inductions where slug = 'laser'`,
    [machine, centre],
  )
  await one('insert into fablab.interlocks (machine_id, centre_id, space_id) values ($1, $2, $3)', [
    machine,
    centre,
    space,
  ])
  await one('insert into fablab.house_rules (centre_id) values ($1)', [centre])
  await one(
    `insert into fablab.openings (centre_id, place_id, space_id, kind, starts_at, ends_at) values ($1, $2, $3, 'bookable', '2031-02-01 09:00Z', '2031-02-01 12:00Z')`,
    [centre, place, space],
  )
  await one(
    `insert into fablab.outages (centre_id, machine_id, from_at, cause, noted_by, noted_at) values ($1, $2, '2031-03-01', 'upkeep', $3, now())`,
    [centre, machine, member],
  )
  const resident = await one(
    `insert into people.residents (centre_id, name, name_key, contact_key, phone_sealed, language, created_at, last_contact_at)
     values ($1, 'Yasmine', 'yasmine', $2, $3, 'fr', now(), now())`,
    [centre, key(), sealed],
  )
  const maker = await one(
    'insert into fablab.makers (centre_id, resident_id, token_hash, token_sealed, started_at) values ($1, $2, $3, $4, now())',
    [centre, resident, key(), sealed],
  )
  await one(
    `insert into fablab.authorisations (centre_id, maker_id, induction_id, granted_at, granted_by) select $1, $2, id, now(), $3 from fablab.inductions where slug = 'laser'`,
    [centre, maker, member],
  )
  await one(
    `insert into fablab.bookings (centre_id, machine_id, maker_id, kind, starts_at, ends_at, status, source, token_hash, token_sealed, booked_at, cancelled_at, cancelled_by)
     values ($1, $2, $3, 'make', '2031-02-01 09:00Z', '2031-02-01 10:00Z', 'cancelled', 'web', $4, $5, now(), now(), 'maker')`,
    [centre, machine, maker, key(), sealed],
  )
}
