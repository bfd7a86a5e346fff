import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { searchKey } from '#modules/network/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type CommuneRow, countCommunes, writeCommunes, writeDepartements } from './db/communes.ts'
import { departements } from './domain/departements.ts'

/** A row of the official list (@etalab/decoupage-administratif). */
interface Official {
  code: string
  nom: string
  type: string
  departement?: string
  codesPostaux?: string[]
  population?: number
}

const known = new Set(departements.map(({ code }) => code))

async function readOfficial(): Promise<CommuneRow[]> {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  const rows: Official[] = JSON.parse(await readFile(file, 'utf8'))
  return rows
    .filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal')
    .map(({ code, nom, departement, codesPostaux = [], population = 0 }) => ({
      code,
      name: nom,
      key: searchKey(nom),
      departement: departement ?? code.slice(0, code.startsWith('97') || code.startsWith('98') ? 3 : 2),
      postalCodes: codesPostaux,
      population,
    }))
    .filter(({ departement }) => known.has(departement))
}

/**
 * Fills the towns of France when they are missing: communes, arrondissements of Paris, Lyon and Marseille, and the
 * départements. Answers how many were written; 0 when they were already there.
 */
export async function loadCommunes(
  work: Work<'discovery'>,
  say: (line: string) => void = () => {},
): Promise<number> {
  if ((await countCommunes(work)) > 0) return 0
  say('Loading the towns of France (a few seconds, once).')
  await writeDepartements(work, departements)
  const communes = await readOfficial()
  await writeCommunes(work, communes)
  return communes.length
}
