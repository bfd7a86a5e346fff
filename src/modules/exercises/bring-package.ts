import { createHash } from 'node:crypto'
import { done, type Result, type Work } from '#platform/work/index.ts'
import { writePackage } from './db/packages.ts'
import { type OpenRefusal, openPackage } from './open-package.ts'

/** Brings an H5P package into a centre; refused when it cannot be opened. */
export async function bringPackage(
  work: Work<'exercises'>,
  { centre, member, file }: { centre: number; member: number; file: Uint8Array },
): Promise<Result<{ id: number; title: string }, OpenRefusal>> {
  const opened = openPackage(file)
  if (!opened.ok) return opened
  const { title, language, license } = opened.value.manifest
  const id = await writePackage(work, {
    centre,
    member,
    title: title.slice(0, 120),
    language,
    licence: license,
    file,
    sha256: createHash('sha256').update(file).digest(),
  })
  return done({ id, title })
}
