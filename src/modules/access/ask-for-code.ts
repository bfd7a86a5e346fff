import type { Work } from '#platform/work/index.ts'
import type { NewCode } from './code.ts'
import { countCodes, insertCode } from './db/code.ts'
import { lockMemberOf } from './db/member.ts'
import { codeMinutes, codesPerHour } from './domain/code.ts'

/**
 * Sends a code to the member who has this contact. It answers nothing, on purpose: whoever asks must not learn whether
 * somebody of the team has this number, nor whether the hour's three codes are spent.
 */
export async function askForCode(
  work: Work<'access'>,
  command: { contactKey: Buffer; code: NewCode },
): Promise<void> {
  const member = await lockMemberOf(work, command.contactKey)
  if (!member) return
  if ((await countCodes(work, member.id, work.now.subtract({ hours: 1 }))) >= codesPerHour) return
  const id = await insertCode(work, {
    member: member.id,
    ...command.code,
    expiresAt: work.now.add({ minutes: codeMinutes }),
  })
  work.enqueue('messaging.deliver', { centre: member.centre, kind: 'access.code', ref: id, version: 0 })
}
