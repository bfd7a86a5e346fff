import type { Work } from '#platform/work/index.ts'
import type { Induction } from '../domain/vocabulary.ts'

type Texts = Induction['texts']
export interface OwnInduction {
  centre: number
  slug: string
  validMonths: number | null
  unusedMonths: number | null
  texts: Texts
}

/** Numbers of the inductions a centre wrote itself: those it may change. */
export async function readOwnInductions(work: Work<'fablab'>, centre: number): Promise<Set<number>> {
  const rows = await work.tx
    .selectFrom('fablab.inductions')
    .select('id')
    .where('centre_id', '=', centre)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Writes an induction of a centre; false: its short name is taken. */
export async function insertInduction(work: Work<'fablab'>, induction: OwnInduction): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work.tx
    .insertInto('fablab.inductions')
    .values({
      centre_id: induction.centre,
      slug: induction.slug,
      valid_months: induction.validMonths,
      unused_months: induction.unusedMonths,
      texts: JSON.stringify(induction.texts),
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) === 1
}

/** Changes an induction of this centre; what was promised before stays. False: not one of this centre's own. */
export async function writeInduction(
  work: Work<'fablab'>,
  id: number,
  { centre, validMonths, unusedMonths, texts }: Omit<OwnInduction, 'slug'>,
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('fablab.inductions')
    .set({ valid_months: validMonths, unused_months: unusedMonths, texts: JSON.stringify(texts) })
    .where('id', '=', id)
    .where('centre_id', '=', centre)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
