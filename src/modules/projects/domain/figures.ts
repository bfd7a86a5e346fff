/** The least count said outside the centre that made it (CNIL, Insee: small counts tell of persons). */
const least = 11

/** A count as it may be said: itself, or null for « fewer than 11 » when it leaves its centre. Zero tells of nobody. */
export const sayFigure = (count: number, leavesTheCentre: boolean): number | null =>
  leavesTheCentre && count > 0 && count < least ? null : count
