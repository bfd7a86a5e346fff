import { record } from '#modules/access/index.ts'
import { isClash } from '#modules/programme/index.ts'
import { changeSession } from '#modules/registrations/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { checkClashesNow, checkClashesTogether } from './db/constraints.ts'
import { insertImported, readImport, writeImportDone } from './db/import.ts'
import { followSessions } from './follow.ts'
import { readPlan } from './import-read.ts'

export type ConfirmRefusal = { refusal: 'import-unknown' | 'clash' }

/**
 * Writes the chosen rows of an import that was looked at: new ones as drafts, changed ones as moves that tell whoever
 * joined. What is written is what is true now: a row that has become wrong meanwhile is left out. All or nothing, and
 * once: pressing twice answers what the first press did.
 */
export async function confirmImport(
  work: Work<'planning' | 'programme' | 'network' | 'access' | 'registrations'>,
  command: { id: number; lines: readonly number[] },
): Promise<Result<{ added: number; changed: number }, ConfirmRefusal>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const stored = await readImport(work, command.id, { lock: true })
  if (!stored || centre === null) return refuse({ refusal: 'import-unknown' })
  if (stored.done) return done(stored.done)
  const wanted = new Set(command.lines)
  const { planned } = await readPlan(
    work,
    centre,
    stored.rows.filter(({ line }) => wanted.has(line)),
  )
  await checkClashesTogether(work)
  try {
    let changed = 0
    for (const row of planned) {
      if (row.outcome !== 'changed') continue
      const { start, end, placeId, spaceId, capacity } = row.target
      const moved = await changeSession(work, {
        sessionId: row.existing.id,
        startsAt: start.toInstant(),
        endsAt: end.toInstant(),
        placeId,
        spaceId,
        capacity,
      })
      if (!moved.ok && moved.refusal === 'clash') return refuse({ refusal: 'clash' })
      if (!moved.ok) continue
      followSessions(work, [row.existing.id])
      changed++
    }
    const added = await insertImported(
      work,
      centre,
      planned.flatMap((row) => (row.outcome === 'new' ? [row] : [])),
    )
    if (!(await checkClashesNow(work))) return refuse({ refusal: 'clash' })
    const result = { added: added.length, changed }
    await writeImportDone(work, stored.id, result)
    await record(work, 'sessions.imported', `import:${stored.id}`)
    return done(result)
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
}
