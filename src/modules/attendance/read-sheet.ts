import type { Session } from '#modules/programme/index.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { done, type Result, type Work } from '#platform/work/index.ts'
import { readRollCall, type Schemas } from './read-roll-call.ts'

/** What an attendance sheet, name tags or certificates are printed from: first names, and no contact. */
export interface Sheet {
  session: Session
  hosts: string[]
  /** Who has a chair, by first name; `party` people come with her, herself included; `came` once she was marked present. */
  people: { registration: number; name: string; party: number; came: boolean }[]
}

/** The sheet of a session, for a member who may call its roll; that it was opened is written down. */
export async function readSheet(
  work: Work<Schemas>,
  member: MemberActor,
  session: number,
): Promise<Result<Sheet, { refusal: 'session-unknown' }>> {
  const read = await readRollCall(work, member, session, true)
  if (!read.ok) return read
  const { roll, hosts } = read.value
  return done({
    session: read.value.session,
    hosts,
    people: roll.map(({ id, name, party, gesture }) => ({
      registration: id,
      name,
      party,
      came: gesture?.mark === 'present',
    })),
  })
}
