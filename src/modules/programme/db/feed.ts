import type { Selectable, SelectQueryBuilder } from 'kysely'
import { type DB, sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Session } from '../domain/session.ts'
import { sessionOf } from './listed.ts'

/** What a feed is narrowed to; everything that is given holds together. */
export interface FeedWish {
  place?: number | undefined
  need?: string | undefined
  theme?: string | undefined
  /** The centre's name in addresses. */
  centre?: string | undefined
  /** Postal code, INSEE code or name of a town: sessions in that town. */
  town?: string | undefined
  /** The same, for sessions within 20 km of a place we know in that town. */
  near?: string | undefined
}

/** A session, and when what is said of it last changed. */
export interface ListedInFeed {
  session: Session
  changedAt: Temporal.Instant
}

/** Metres around what `near` names. */
const around = 20_000
/** Mean radius of the Earth, metres; positions are points of the unit sphere. */
const earth = 6_371_000

/** At most this many: eight weeks of a large network, in a file an agenda can still read. */
const most = 1000
/** An agenda that was off for a holiday must still learn that a session is cancelled. */
const cancelledFor = { hours: 24 * 30 }

type Listed = DB['programme.listed_sessions']

/**
 * Sessions for an agenda, soonest first: from yesterday, and those that were cancelled until thirty days after the date
 * they would have had. A host's own when she is given.
 */
export async function readAgenda(
  work: Work<'programme' | 'network'>,
  wish: FeedWish & { host?: number },
): Promise<ListedInFeed[]> {
  let query = work.tx
    .selectFrom('programme.listed_sessions as s')
    .selectAll('s')
    .where('s.status', '<>', 'draft')
    .where(
      sql<boolean>`s.starts_at > case s.status when 'cancelled' then ${work.now.subtract(cancelledFor)}::timestamptz
        else ${work.now.subtract({ hours: 24 })}::timestamptz end`,
    )
    // What the line above implies, said so that the index of dates is used.
    .where('s.starts_at', '>', work.now.subtract(cancelledFor))
  if (wish.host !== undefined)
    query = query.where(
      sql<boolean>`exists (select from programme.session_hosts h where h.session_id = s.id and h.member_id = ${wish.host})`,
    )
  return listed(await narrowed(query, wish).orderBy('s.starts_at').orderBy('s.id').limit(most).execute())
}

/** Sessions one can still join or wait for, soonest first, a course by its first date alone. */
export async function readNews(
  work: Work<'programme' | 'network'>,
  wish: FeedWish,
  limit: number,
): Promise<ListedInFeed[]> {
  const query = coming(work).selectAll('s')
  return listed(await narrowed(query, wish).orderBy('s.starts_at').orderBy('s.id').limit(limit).execute())
}

/** How many sessions {@link readNews} would give without a limit. */
export async function countNews(work: Work<'programme' | 'network'>, wish: FeedWish): Promise<number> {
  const query = coming(work).select((q) => q.fn.countAll<number>().as('count'))
  return Number((await narrowed(query, wish).executeTakeFirstOrThrow()).count)
}

const coming = (work: Work<'programme'>) =>
  work.tx
    .selectFrom('programme.listed_sessions as s')
    .where('s.status', '=', 'published')
    .where('s.lead_id', 'is', null)
    .where('s.starts_at', '>', work.now)

const listed = (rows: Selectable<Listed>[]): ListedInFeed[] =>
  rows.map((row) => ({ session: sessionOf(row), changedAt: row.changed_at as Temporal.Instant }))

type Query<O> = SelectQueryBuilder<{ s: Listed }, 's', O>

function narrowed<O>(query: Query<O>, wish: FeedWish): Query<O> {
  const { place, need, theme, centre, town, near } = wish
  return query
    .$if(place !== undefined, (q) => q.where('s.place_id', '=', place as number))
    .$if(need !== undefined, (q) => q.where(sql<boolean>`${need}::text = any(s.needs)`))
    .$if(theme !== undefined, (q) => q.where('s.theme', '=', theme as string))
    .$if(centre !== undefined, (q) => q.where('s.centre_slug', '=', centre as string))
    .$if(town !== undefined, (q) => q.where(isTown('s', town as string)))
    .$if(near !== undefined, (q) =>
      q.where(sql<boolean>`exists (select from network.places town where ${isTown('town', near as string)}
        and town.position is not null and (town.position <-> s.position) * ${earth}::float8 < ${around}::float8)`),
    ) as Query<O>
}

const townName = (text: ReturnType<typeof sql>) =>
  sql`regexp_replace(lower(unaccent(${text})), '[^a-z0-9]+', ' ', 'g')`

/** Whether a row's town is the one named, whatever its accents, case and hyphens. */
const isTown = (table: 's' | 'town', typed: string) =>
  /^\d[\dAB]\d{3}$/i.test(typed)
    ? sql<boolean>`(${sql.ref(`${table}.postal_code`)} = ${typed} or ${sql.ref(`${table}.insee_code`)} = ${typed.toUpperCase()})`
    : sql<boolean>`${townName(sql`${sql.ref(`${table}.city`)}`)} = ${townName(sql`${typed}::text`)}`

/** A public page, and when what it says last changed if that is known. */
export interface ListedPage {
  path: string
  changedAt: Temporal.Instant | null
}

/** A list of pages may not be longer (sitemaps.org). */
const mostPages = 40_000

/** Pages of places where something is to come, and of sessions to come. */
export async function readPages(work: Work<'programme' | 'network'>): Promise<ListedPage[]> {
  const { rows } = await sql<{ kind: string; id: number; changed: Temporal.Instant }>`
    with coming as (
      select id, place_id, changed_at, starts_at from programme.sessions
      where status = 'published' and lead_id is null and starts_at > ${work.now} order by starts_at limit ${mostPages})
    select 'places' as kind, place_id as id, max(changed_at) as changed from coming group by place_id
    union all select 'sessions', id, changed_at from coming order by kind, id`.execute(work.tx)
  return rows.map(({ kind, id, changed }) => ({ path: `/${kind}/${id}`, changedAt: changed }))
}

/** Places where something is to come, and centres: what a feed can be asked for. */
export async function readFeedChoices(work: Work<'programme' | 'network'>) {
  const places = await work.tx
    .selectFrom('network.places as p')
    .select(['p.id', 'p.name', 'p.city'])
    .where('p.kind', '<>', 'listed')
    .where(
      sql<boolean>`exists (select from programme.sessions s where s.place_id = p.id and s.status = 'published' and s.starts_at > ${work.now})`,
    )
    .orderBy('p.city')
    .orderBy('p.name')
    .execute()
  const centres = await work.tx
    .selectFrom('network.centres')
    .select(['slug', 'name'])
    .orderBy('name')
    .execute()
  return { places, centres }
}

/** Names of the place and of the centre a feed is narrowed to, as far as they exist. */
export async function readFeedNames(
  work: Work<'network'>,
  wish: Pick<FeedWish, 'place' | 'centre'>,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from network.places where id = ${wish.place ?? null}::int
    union all select name from network.centres where slug = ${wish.centre ?? null}::text`.execute(work.tx)
  return rows.map(({ name }) => name)
}
