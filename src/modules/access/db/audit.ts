import type { Work } from '#platform/work/index.ts'

export async function insertAudit(
  work: Work<'access'>,
  entry: { centre: number | null; member: number | null; role: string; action: string; subject: string },
): Promise<void> {
  await work.tx
    .insertInto('access.audit')
    .values({
      at: work.now,
      centre_id: entry.centre,
      member_id: entry.member,
      role: entry.role,
      action: entry.action,
      subject: entry.subject,
    })
    .execute()
}
