import type { TestHouse } from '#platform/testing/house.ts'
import type { SmallWorld } from '#platform/testing/small-world.ts'

/** Numbers of a small lab in Saint-Ouen. */
export interface SmallLab {
  spaces: { lab: number; talks: number }
  /** `laser`: an induction, always supervised, from 14 years, heard in the talk room. `sewing`, `twin`: nothing asked. */
  machines: { laser: number; sewing: number; twin: number; printer: number }
  inductions: { laser: number; printer: number }
  /** Today 10 to 18 h with Nadia, tomorrow 10 to 18 h with nobody, in two days an open lab; Paris time. */
  openings: { today: number; tomorrow: number; open: number }
}

/** A lab, its machines and three days of openings, on the Tuesday of the small world. */
export async function seedSmallLab(owner: TestHouse['owner'], world: SmallWorld): Promise<SmallLab> {
  const insert = async (table: string, row: Record<string, unknown>): Promise<number> => {
    const names = Object.keys(row)
    const { rows } = await owner.query(
      `insert into ${table} (${names}) values (${names.map((_, i) => `$${i + 1}`)}) returning *`,
      Object.values(row),
    )
    return Number((rows[0] as { id?: unknown }).id ?? 0)
  }
  const here = { centre_id: world.centres.saintOuen, place_id: world.places.saintOuen }
  const space = (name: string, kind: string) =>
    insert('network.spaces', { ...here, name, kind, capacity: 10 })
  const spaces = { lab: await space('FabLab', 'fablab'), talks: await space('Salle des rencontres', 'talk') }
  const machine = (name: string, kind: string, more: Record<string, unknown> = {}) =>
    insert('fablab.machines', {
      ...here,
      space_id: spaces.lab,
      name,
      kind,
      texts: JSON.stringify({ fr: { what: `${name}, pour fabriquer.` } }),
      ...more,
    })
  const machines = {
    laser: await machine('Découpe laser', 'laser', {
      supervision: 'always',
      min_age: 14,
      day_minutes: 120,
      week_minutes: 180,
    }),
    sewing: await machine('Machine à coudre 1', 'sewing'),
    twin: await machine('Machine à coudre 2', 'sewing'),
    printer: await machine('Imprimante 3D', '3d-printer', { supervision: 'young' }),
  }
  const induction = async (slug: string) =>
    Number((await owner.query('select id from fablab.inductions where slug = $1', [slug])).rows[0]?.id)
  const inductions = { laser: await induction('laser'), printer: await induction('3d-printer') }
  const asks = (machine_id: number, induction_id: number) =>
    insert('fablab.machine_inductions', { centre_id: here.centre_id, machine_id, induction_id })
  await asks(machines.laser, inductions.laser)
  await asks(machines.printer, inductions.printer)
  await insert('fablab.interlocks', {
    centre_id: here.centre_id,
    machine_id: machines.laser,
    space_id: spaces.talks,
  })
  const opening = (day: string, kind: string, supervisor_id: number | null) =>
    insert('fablab.openings', {
      ...here,
      space_id: spaces.lab,
      kind,
      starts_at: `${day}T09:00:00Z`,
      ends_at: `${day}T17:00:00Z`,
      supervisor_id,
    })
  const openings = {
    today: await opening('2026-12-01', 'bookable', world.members.nadia),
    tomorrow: await opening('2026-12-02', 'bookable', null),
    open: await opening('2026-12-03', 'open-lab', world.members.nadia),
  }
  return { spaces, machines, inductions, openings }
}
