import { record } from '#modules/access/index.ts'
import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { retireKeys } from './db/keys.ts'
import { makeKey } from './keys.ts'

/** Retires the keys in use and makes new ones. What they signed stays good; their private halves are erased. */
export async function rotateKeys(work: Work<'badges' | 'access'>, seal: Seal): Promise<{ retired: number }> {
  const retired = await retireKeys(work)
  await makeKey(work, seal, 'ed25519')
  await makeKey(work, seal, 'rs256')
  await record(work, 'badges.rotate-keys', 'keys:all')
  return { retired }
}
