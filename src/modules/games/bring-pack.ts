import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { deletePack, writePack } from './db/packs.ts'
import type { Pack } from './domain/pack.ts'
import { type PackFault, readPack, readyPacks } from './read-packs.ts'

export type BringRefusal = { refusal: 'not-a-pack'; faults: readonly PackFault[] } | { refusal: 'name-ours' }

/** Brings a pack into a centre from its file; brought again under the same name, it is replaced. */
export async function bringPack(
  work: Work<'games'>,
  { centre, member, file }: { centre: number; member: number; file: string },
): Promise<Result<Pack, BringRefusal>> {
  const read = readPack(file)
  if ('faults' in read) return refuse({ refusal: 'not-a-pack', faults: read.faults })
  if (readyPacks().some(({ id }) => id === read.pack.id)) return refuse({ refusal: 'name-ours' })
  await writePack(work, { centre, member, pack: read.pack })
  return done(read.pack)
}

/** Takes a pack away from a centre; done twice, it is still done. */
export const removePack = (work: Work<'games'>, centre: number, id: number): Promise<boolean> =>
  deletePack(work, centre, id)
