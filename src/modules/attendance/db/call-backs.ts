import type { Work } from '#platform/work/index.ts'

/** Somebody who asked to be called and was not yet. */
export interface WaitingCall {
  id: number
  name: string
  phoneSealed: Buffer
  language: string
  near: string
  createdAt: Temporal.Instant
}

/** Who waits for a call, the longest first; row-level security shows the centre's own, to the door and the coordinator. */
export async function readWaitingCalls(work: Work<'people'>): Promise<WaitingCall[]> {
  return work.tx
    .selectFrom('people.call_backs')
    .select(['id', 'name', 'phone_sealed as phoneSealed', 'language', 'near', 'created_at as createdAt'])
    .where('done_at', 'is', null)
    .orderBy('created_at')
    .limit(50)
    .execute()
}

/** Whether the centre has this request; done twice is done once. */
export async function writeCallDone(work: Work<'people'>, id: number, member: number): Promise<boolean> {
  const known = await work.tx
    .selectFrom('people.call_backs')
    .select('done_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (known && known.done_at === null)
    await work.tx
      .updateTable('people.call_backs')
      .set({ done_at: work.now, done_by: member })
      .where('id', '=', id)
      .execute()
  return known !== undefined
}
