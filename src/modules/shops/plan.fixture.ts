import { readyMade } from '../programme/catalogue/index.ts'

/** Slugs of everything the network offers ready-made. */
export const achievableSlugs: readonly string[] = readyMade.map(({ slug }) => slug)
