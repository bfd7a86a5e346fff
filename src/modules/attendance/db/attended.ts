import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** An activity somebody was present at, by its slug, and the last day of it in the centre's own time. */
export interface Attended {
  slug: string
  on: Temporal.PlainDate
}

/**
 * What the holders of these contacts (fingerprints) were present at in the centre of this work, by the fingerprint in
 * hexadecimal; nothing for roles that may not ask.
 */
export async function readAttended(
  work: Work<'attendance'>,
  contacts: readonly Buffer[],
): Promise<Map<string, Attended[]>> {
  if (contacts.length === 0) return new Map()
  const { rows } = await sql<Attended & { contact: string }>`
    select encode(asked.contact, 'hex') as contact, done.slug, done.attended_on as "on"
    from unnest(${contacts}::bytea[]) as asked(contact) cross join lateral attendance.attended(asked.contact) done`.execute(
    work.tx,
  )
  return Map.groupBy(rows, ({ contact }) => contact)
}
