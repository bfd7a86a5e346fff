import { nameAt, phoneAt, type ResidentSlug, residents } from '#fixtures/world.ts'

/** Somebody who joins sessions of the demo. */
export interface Person {
  /** Same key: same person. */
  key: string
  name: string
  phone: string
  language: 'fr' | 'en' | 'ar'
  throughHelper: boolean
}

/** Made-up people a centre has at most: twelve times as many phones are kept for fiction. */
const largestCrowd = 800

/** Somebody of the cast. */
export function castPerson(slug: ResidentSlug): Person {
  const found = residents.find((resident) => resident.slug === slug)
  if (!found) throw new Error(`Nobody of the cast is called ${slug}.`)
  const { name, phone, language } = found
  return { key: slug, name, phone, language, throughHelper: 'helper' in found }
}

/** The i-th made-up person of the centre of that rank, from 0. */
export function madeUpPerson(rank: number, i: number): Person {
  const number = rank * largestCrowd + (i % largestCrowd)
  const language = number % 11 === 5 ? 'ar' : number % 17 === 3 ? 'en' : 'fr'
  return {
    key: String(number),
    name: nameAt(number),
    phone: phoneAt(number),
    language,
    throughHelper: number % 23 === 7,
  }
}

/** How many made-up people share so many places: each comes about four times, and never twice to one session. */
export const crowdFor = (parties: number): number =>
  Math.min(largestCrowd, Math.max(80, Math.ceil(parties / 4)))
