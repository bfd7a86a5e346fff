import { townOf } from '#modules/discovery/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertRound } from './db/measures.ts'
import { insertShop } from './db/shops.ts'
import { nearestCentre } from './db/site.ts'
import type { Sector, Size } from './domain/vocabulary.ts'

/** Where a shop is, as people write it, and the centre nearest to it. */
export interface ShopTown {
  centre: number
  inseeCode: string
  town: string
}

/** The town of a shop and the centre that follows up; a word when it is not one town. */
export async function townOfShop(
  work: Work<'network' | 'discovery'>,
  text: string,
): Promise<Result<ShopTown, { refusal: 'townUnknown' | 'townWhich' }>> {
  const town = await townOf(work, text)
  if (town === 'which') return refuse({ refusal: 'townWhich' })
  const centre = town && (await nearestCentre(work, town))
  if (!town || centre === null) return refuse({ refusal: 'townUnknown' })
  return done({ centre, inseeCode: town.code, town: town.name })
}

/** A shop begins, known by its link alone. In the scope of its centre. */
export async function startShop(
  work: Work<'shops'>,
  seal: Seal,
  asked: ShopTown & { sector: Sector; size: Size; language: string },
): Promise<{ shop: number; token: string }> {
  const token = newToken()
  const shop = await insertShop(work, { ...asked, link: { hash: hashOf(token), sealed: seal.close(token) } })
  await insertRound(work, { shop, centre: asked.centre, round: 'first' })
  return { shop, token }
}
