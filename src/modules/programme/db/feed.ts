import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Session } from '../domain/session.ts'
import { sessionOf } from './listed.ts'

/** What a feed is narrowed to; everything that is given holds together. */
export interface FeedWish {
  place?: number | undefined
  need?: string | undefined
  /** Postal code, INSEE code or name of a town: sessions in that town. */
  town?: string | undefined
  /** The same, for sessions within 20 km of a place we know in that town. */
  near?: string | undefined
}

/** Metres around what `near` names. */
const around = 20_000
/** Mean radius of the Earth, metres; positions are points of the unit sphere. */
const earth = 6_371_000

/** At most this many: eight weeks of a large network, in a file an agenda can still read. */
const most = 1000

/** Sessions of a feed, cancelled ones too (an agenda must learn it): from yesterday, soonest first. */
export async function readFeed(work: Work<'programme' | 'network'>, wish: FeedWish): Promise<Session[]> {
  let query = work.tx
    .selectFrom('programme.listed_sessions as s')
    .selectAll('s')
    .where('s.status', '<>', 'draft')
    .where('s.starts_at', '>', work.now.subtract({ hours: 24 }))
  if (wish.place !== undefined) query = query.where('s.place_id', '=', wish.place)
  if (wish.need !== undefined) query = query.where(sql<boolean>`${wish.need}::text = any(s.needs)`)
  if (wish.town !== undefined) query = query.where(isTown('s', wish.town))
  if (wish.near !== undefined)
    query = query.where(sql<boolean>`exists (select from network.places town
      where ${isTown('town', wish.near)} and town.position is not null and (town.position <-> s.position) * ${earth}::float8 < ${around}::float8)`)
  return (await query.orderBy('s.starts_at').orderBy('s.id').limit(most).execute()).map(sessionOf)
}

const townName = (text: ReturnType<typeof sql>) =>
  sql`regexp_replace(lower(unaccent(${text})), '[^a-z0-9]+', ' ', 'g')`

/** Whether a row's town is the one named, whatever its accents, case and hyphens. */
const isTown = (table: 's' | 'town', typed: string) =>
  /^\d[\dAB]\d{3}$/i.test(typed)
    ? sql<boolean>`(${sql.ref(`${table}.postal_code`)} = ${typed} or ${sql.ref(`${table}.insee_code`)} = ${typed.toUpperCase()})`
    : sql<boolean>`${townName(sql`${sql.ref(`${table}.city`)}`)} = ${townName(sql`${typed}::text`)}`
