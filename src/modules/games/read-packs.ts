import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from '#platform/database/project-root.ts'

import { type Pack, packSchema } from './domain/pack.ts'

/** A line of a pack that cannot be read: where (`items 3, prompt, fr`), and why in the reader's words. */
export interface PackFault {
  at: string
  why: string
}

/** Reads a pack from its file (YAML, and hence JSON too); faults instead of a pack when anything in it is wrong. */
export function readPack(file: string): { pack: Pack } | { faults: PackFault[] } {
  let written: unknown
  try {
    written = parse(file, { maxAliasCount: 20, logLevel: 'error' })
  } catch (error) {
    return { faults: [{ at: '', why: (error as Error).message.split('\n')[0] ?? '' }] }
  }
  const read = packSchema.safeParse(written)
  if (read.success) return { pack: read.data }
  return {
    faults: read.error.issues.map(({ path, message }) => ({
      at: path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' · '),
      why: message,
    })),
  }
}

const folder = join(projectRoot, 'src/modules/games/packs')
let ready: readonly Pack[] | undefined

/** The packs that come with the product, in the order of their file names. Throws, naming the file, when one is not a pack. */
export function readyPacks(): readonly Pack[] {
  ready ??= readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const read = readPack(readFileSync(join(folder, name), 'utf8'))
      if ('pack' in read) return read.pack
      throw new Error(`${name}: ${read.faults.map(({ at, why }) => `${at}: ${why}`).join('; ')}`)
    })
  return ready
}
