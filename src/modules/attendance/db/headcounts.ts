import type { Work } from '#platform/work/index.ts'

/** The last count of people who came without giving a name; null when nobody counted. */
export async function readHeadcount(work: Work<'attendance'>, session: number): Promise<number | null> {
  const row = await work.tx
    .selectFrom('attendance.headcounts')
    .select('people')
    .where('session_id', '=', session)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.people ?? null
}

export async function insertHeadcount(
  work: Work<'attendance'>,
  count: { centre: number; session: number; people: number; member: number },
): Promise<void> {
  await work.tx
    .insertInto('attendance.headcounts')
    .values({
      centre_id: count.centre,
      session_id: count.session,
      people: count.people,
      counted_by: count.member,
      counted_at: work.now,
    })
    .execute()
}
