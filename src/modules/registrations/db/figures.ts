import type { Work } from '#platform/work/index.ts'

/** How many people wait for a session; a figure without names, open to all. */
export async function readWaiting(work: Work<'registrations'>, session: number): Promise<number> {
  const row = await work.tx
    .selectFrom('registrations.session_figures')
    .select('waiting')
    .where('session_id', '=', session)
    .executeTakeFirst()
  return row?.waiting ?? 0
}
