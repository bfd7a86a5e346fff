import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

type Schemas = 'programme' | 'network' | 'access'

/** Who hosts a session, with which kits, how many it needs, and the series it came from. */
export async function readHoldings(work: Work<Schemas>, session: number) {
  const row = await work.tx
    .selectFrom('programme.sessions as s')
    .leftJoin('programme.series as series', 'series.id', 's.series_id')
    .leftJoin('network.spaces as space', 'space.id', 's.space_id')
    .select([
      's.hosts_needed',
      's.skills_needed',
      's.preparation_minutes',
      's.tidy_minutes',
      's.series_id',
      's.stop_id',
      's.lead_id',
      'series.rule',
      'space.name as space_name',
    ])
    .where('s.id', '=', session)
    .executeTakeFirstOrThrow()
  const hosts = await work.tx
    .selectFrom('programme.session_hosts as held')
    .innerJoin('access.welcoming_names as member', 'member.id', 'held.member_id')
    .select(['member.id', 'member.name'])
    .where('held.session_id', '=', session)
    .orderBy('member.name')
    .execute()
  const kits = await work.tx
    .selectFrom('programme.session_kits as held')
    .innerJoin('network.kits as kit', 'kit.id', 'held.kit_id')
    .select(['kit.id', 'kit.name'])
    .where('held.session_id', '=', session)
    .orderBy('kit.name')
    .execute()
  return {
    hosts: hosts.map(({ id, name }) => ({ id: Number(id), name: String(name) })),
    kits,
    hostsNeeded: row.hosts_needed,
    skillsNeeded: row.skills_needed,
    preparationMinutes: row.preparation_minutes,
    tidyMinutes: row.tidy_minutes,
    seriesId: row.series_id,
    rule: row.rule,
    stopId: row.stop_id,
    leadId: row.lead_id,
    spaceName: row.space_name,
  }
}

/** How many who joined are to be told of a change, by language; `phones` of them by SMS, `alone` have no way to be told. */
export async function readTold(
  work: Work<'registrations' | 'people' | 'programme'>,
  sessions: readonly number[],
) {
  return (
    work.tx
      .selectFrom('registrations.registrations as r')
      .innerJoin('people.residents as person', 'person.id', 'r.resident_id')
      .select((q) => [
        'r.language',
        q.fn.countAll<number>().as('parties'),
        q.fn.count<number>('person.phone_sealed').as('phones'),
        q.fn.count<number>('person.email_sealed').as('emails'),
      ])
      // Whoever joined a course joined its lead.
      .where('r.session_id', 'in', (q) =>
        q
          .selectFrom('programme.sessions')
          .select(sql<number>`coalesce(lead_id, id)`.as('lead'))
          .where('id', 'in', [...sessions]),
      )
      .where('r.status', '<>', 'cancelled')
      .groupBy('r.language')
      .orderBy('r.language')
      .execute()
  )
}
