import { randomBytes } from 'node:crypto'
import { hashOf } from '#platform/seal/index.ts'
import { type Actor, done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertKey, readKey } from './db/key.ts'

/** Makes a key for a partner's tool, in the actor's centre. It is shown once: only its hash is kept. */
export async function createKey(
  work: Work<'access'>,
  command: { scope: 'plan' },
): Promise<Result<{ key: string }, { refusal: 'no-centre' }>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (centre === null) return refuse({ refusal: 'no-centre' })
  const key = `maillage_${randomBytes(32).toString('base64url')}`
  await insertKey(work, { centre, scope: command.scope, hash: hashOf(key) })
  return done({ key })
}

/** Who holds this key; ask it as the gate. Null for a key nobody made, or taken back. `bearer` is the key, without « Bearer ». */
export async function keyOf(
  work: Work<'access'>,
  bearer: string,
): Promise<Extract<Actor, { kind: 'key' }> | null> {
  if (!/^maillage_[\w-]{43}$/.test(bearer)) return null
  const key = await readKey(work, hashOf(bearer))
  return key && { kind: 'key', key: key.id, centre: key.centre }
}
