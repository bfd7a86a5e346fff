import type { Work } from '#platform/work/index.ts'

/** Every centre that has a lab's machines. */
export async function readCentresWithMachines(work: Work<'fablab'>): Promise<number[]> {
  const rows = await work.tx.selectFrom('fablab.machines').select('centre_id as centre').distinct().execute()
  return rows.map(({ centre }) => centre)
}

/** The coordinators of the centre of this work. */
export async function readCoordinators(work: Work<'access'>, centre: number): Promise<number[]> {
  const rows = await work.tx
    .selectFrom('access.members')
    .select('id')
    .where('centre_id', '=', centre)
    .where('role', '=', 'coordinator')
    .where('active', '=', true)
    .execute()
  return rows.map(({ id }) => id)
}

/** How to reach a coordinator; null: she left. */
export async function readCoordinator(work: Work<'access'>, id: number) {
  const row = await work.tx
    .selectFrom('access.members')
    .select(['centre_id as centre', 'language', 'phone_sealed', 'email_sealed'])
    .where('id', '=', id)
    .where('role', '=', 'coordinator')
    .where('active', '=', true)
    .executeTakeFirst()
  return row ?? null
}
