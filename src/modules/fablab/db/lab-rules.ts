import type { Work } from '#platform/work/index.ts'
import type { HouseRules } from '../domain/vocabulary.ts'

/** Writes the rules of a centre's lab; what was booked under the old ones stays. */
export async function writeHouseRules(
  work: Work<'fablab'>,
  centre: number,
  rules: HouseRules,
): Promise<void> {
  const row = {
    bookings_ahead: rules.bookingsAhead,
    days_ahead: rules.daysAhead,
    absences_allowed: rules.absencesAllowed,
    absence_days: rules.absenceDays,
    pause_days: rules.pauseDays,
    supervised_under: rules.supervisedUnder,
  }
  await work.tx
    .insertInto('fablab.house_rules')
    .values({ centre_id: centre, ...row })
    .onConflict((conflict) => conflict.column('centre_id').doUpdateSet(row))
    .execute()
}
