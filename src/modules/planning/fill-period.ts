import type { Work } from '#platform/work/index.ts'

/** A period of days at a centre, as instants: from the first midnight to the last. */
export async function periodOf(
  work: Work<'network'>,
  centre: number,
  { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<{ from: Temporal.Instant; to: Temporal.Instant }> {
  const { time_zone: timeZone } = await work.tx
    .selectFrom('network.centres')
    .select('time_zone')
    .where('id', '=', centre)
    .executeTakeFirstOrThrow()
  return {
    from: from.toZonedDateTime(timeZone).toInstant(),
    to: until.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
  }
}
