import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

type Schemas = 'programme' | 'network' | 'access'

/** What a plan is made of, as far as it belongs to the centre that plans: what is not its own is null, or left out. */
export async function readIngredients(
  work: Work<Schemas>,
  centre: number,
  wish: {
    activityId: number
    placeId: number
    spaces: readonly number[]
    hosts: readonly number[]
    kits: readonly number[]
  },
) {
  const activity = await work.tx
    .selectFrom('programme.activities')
    .select([
      'id',
      'format',
      'minutes',
      'capacity',
      'hosts',
      'host_skills',
      'preparation_minutes',
      'tidy_minutes',
      'texts',
      'languages',
    ])
    .where('id', '=', wish.activityId)
    .where('status', '=', 'ready')
    .where((q) => q.or([q('centre_id', 'is', null), q('centre_id', '=', centre)]))
    .executeTakeFirst()
  const place = await work.tx
    .selectFrom('network.places')
    .select(['id', 'name', 'time_zone', 'insee_code', 'postal_code'])
    .where('id', '=', wish.placeId)
    .where('centre_id', '=', centre)
    .executeTakeFirst()
  const spaces = await work.tx
    .selectFrom('network.spaces')
    .select(['id', 'name', 'capacity'])
    .where('place_id', '=', wish.placeId)
    .where('centre_id', '=', centre)
    .orderBy('name')
    .execute()
  const hosts = await work.tx
    .selectFrom('access.welcoming_names')
    .select(['id', 'name'])
    .where('centre_id', '=', centre)
    .where(sql<boolean>`id = any(${[...wish.hosts]})`)
    .execute()
  const kits = await work.tx
    .selectFrom('network.kits')
    .select(['id', 'name'])
    .where('centre_id', '=', centre)
    .where('active', '=', true)
    .where(sql<boolean>`id = any(${[...wish.kits]})`)
    .execute()
  return { activity: activity ?? null, place: place ?? null, spaces, hosts, kits }
}

export async function insertSeries(
  work: Work<Schemas>,
  series: {
    centre: number
    activityId: number
    placeId: number
    spaceId: number | null
    rule: string
    startsOn: Temporal.PlainDate
    startsAt: Temporal.PlainTime
    minutes: number
    skips: readonly string[]
  },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('programme.series')
    .values({
      centre_id: series.centre,
      activity_id: series.activityId,
      place_id: series.placeId,
      space_id: series.spaceId,
      rule: series.rule,
      starts_on: series.startsOn,
      starts_at: series.startsAt.toString({ smallestUnit: 'minute' }),
      minutes: series.minutes,
      skips: [...series.skips],
      created_by: work.actor.kind === 'member' ? work.actor.member : null,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A session as it is written when it is planned. */
export interface PlannedSession {
  centre: number
  activityId: number
  placeId: number
  spaceId: number | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  capacity: number
  languages: readonly string[]
  status: 'draft' | 'published'
  hostsNeeded: number
  skillsNeeded: readonly string[]
  preparationMinutes: number
  tidyMinutes: number
  series: { id: number; on: Temporal.PlainDate } | null
  course: { key: string; index: number; length: number } | null
  /** Of the gesture that plans it, and the same again when the gesture is repeated. */
  key: string | null
  leadId: number | null
}

/** Writes sessions, all or none; answers their numbers in the same order. Throws a clash, see {@link isClash}. */
export async function insertSessions(
  work: Work<Schemas>,
  sessions: readonly PlannedSession[],
): Promise<number[]> {
  if (sessions.length === 0) return []
  const rows = await work.tx
    .insertInto('programme.sessions')
    .values(
      sessions.map((session) => ({
        centre_id: session.centre,
        activity_id: session.activityId,
        place_id: session.placeId,
        space_id: session.spaceId,
        starts_at: session.startsAt,
        ends_at: session.endsAt,
        capacity: session.capacity,
        languages: [...session.languages],
        status: session.status,
        hosts_needed: session.hostsNeeded,
        skills_needed: [...session.skillsNeeded],
        preparation_minutes: session.preparationMinutes,
        tidy_minutes: session.tidyMinutes,
        series_id: session.series?.id ?? null,
        series_on: session.series?.on ?? null,
        course_key: session.course?.key ?? null,
        course_index: session.course?.index ?? null,
        course_length: session.course?.length ?? null,
        lead_id: session.leadId,
        imported_key: session.key,
        created_at: work.now,
        changed_at: work.now,
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The sessions a gesture has already written, in order; none when it is new. */
export async function readPlannedBy(work: Work<Schemas>, centre: number, gesture: string): Promise<number[]> {
  const rows = await work.tx
    .selectFrom('programme.sessions')
    .select('id')
    .where('centre_id', '=', centre)
    .where(sql<boolean>`starts_with(imported_key, ${`${gesture}:`})`)
    .orderBy('starts_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Gives sessions their hosts and kits, in the order of their numbers so that two plans never wait for each other. */
export async function insertHoldings(
  work: Work<Schemas>,
  centre: number,
  sessions: readonly number[],
  held: { hosts: readonly number[]; kits: readonly number[] },
): Promise<void> {
  const pairs = (ids: readonly number[]) =>
    [...sessions]
      .sort((a, b) => a - b)
      .flatMap((session_id) => [...ids].sort((a, b) => a - b).map((id) => ({ session_id, id })))
  const hosts = pairs(held.hosts)
  if (hosts.length > 0)
    await work.tx
      .insertInto('programme.session_hosts')
      .values(hosts.map(({ session_id, id }) => ({ session_id, member_id: id, centre_id: centre })))
      .onConflict((q) => q.doNothing())
      .execute()
  const kits = pairs(held.kits)
  if (kits.length > 0)
    await work.tx
      .insertInto('programme.session_kits')
      .values(kits.map(({ session_id, id }) => ({ session_id, kit_id: id, centre_id: centre })))
      .onConflict((q) => q.doNothing())
      .execute()
}

/** Takes away the hosts or kits that are not among these. */
export async function deleteOtherHoldings(
  work: Work<Schemas>,
  session: number,
  held: { hosts?: readonly number[]; kits?: readonly number[] },
): Promise<void> {
  if (held.hosts)
    await work.tx
      .deleteFrom('programme.session_hosts')
      .where('session_id', '=', session)
      .where(sql<boolean>`not member_id = any(${[...held.hosts]})`)
      .execute()
  if (held.kits)
    await work.tx
      .deleteFrom('programme.session_kits')
      .where('session_id', '=', session)
      .where(sql<boolean>`not kit_id = any(${[...held.kits]})`)
      .execute()
}

/** Publishes drafts; answers the numbers of those that were drafts until now. */
export async function writePublished(
  work: Work<Schemas>,
  centre: number,
  sessions: readonly number[],
): Promise<number[]> {
  const rows = await work.tx
    .updateTable('programme.sessions')
    .set({ status: 'published', changed_at: work.now })
    .where('centre_id', '=', centre)
    .where('status', '=', 'draft')
    .where('starts_at', '>', work.now)
    .where(sql<boolean>`id = any(${[...sessions]})`)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Throws a draft away with all it held; false when it is no draft of this centre. */
export async function deleteDraft(work: Work<Schemas>, centre: number, session: number): Promise<boolean> {
  await work.tx
    .updateTable('programme.sessions')
    .set({ lead_id: null })
    .where('lead_id', '=', session)
    .where('status', '=', 'draft')
    .execute()
  const gone = await work.tx
    .deleteFrom('programme.sessions')
    .where('id', '=', session)
    .where('centre_id', '=', centre)
    .where('status', '=', 'draft')
    .returning('id')
    .execute()
  return gone.length > 0
}

/** The sessions of the same series still to come, this one included, in order: what « this and following » or « all » means. */
export async function readSeriesSessions(
  work: Work<Schemas>,
  session: number,
  scope: 'following' | 'all',
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select other.id from programme.sessions this join programme.sessions other on other.series_id = this.series_id
    where this.id = ${session} and other.status <> 'cancelled' and other.starts_at > ${work.now}
      and (${scope === 'all'} or other.series_on >= this.series_on)
    order by other.starts_at, other.id`.execute(work.tx)
  return rows.map(({ id }) => id)
}
