import type { SealedContact } from '#modules/people/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

export interface Subscription {
  centre: number
  inseeCode: string
  town: string
  askedBy: 'resident' | 'town'
  language: string
  contact: SealedContact
  tokenHash: Buffer
  tokenSealed: Buffer
}

/** Writes a subscription; nothing changes when that contact waits for that town already. */
export async function insertSubscription(work: Work<'network'>, asked: Subscription): Promise<void> {
  await sql`insert into network.subscriptions
      (centre_id, insee_code, town, asked_by, language, contact_key, phone_sealed, email_sealed, token_hash, token_sealed, created_at)
    values (${asked.centre}, ${asked.inseeCode}, ${asked.town}, ${asked.askedBy}, ${asked.language}, ${asked.contact.key},
      ${asked.contact.phoneSealed}, ${asked.contact.emailSealed}, ${asked.tokenHash}, ${asked.tokenSealed}, ${work.now})
    on conflict do nothing`.execute(work.tx)
}

/** The town a link is about; null for a forged one, or once it was ended. */
export async function readSubscribedTown(work: Work<'network'>, hash: Buffer): Promise<string | null> {
  const { rows } = await sql<{
    town: string | null
  }>`select network.subscribed_town(${hash}) as town`.execute(work.tx)
  return rows[0]?.town ?? null
}

/** Deletes the subscription of a link; the town it was about, null when there was none. */
export async function deleteSubscription(work: Work<'network'>, hash: Buffer): Promise<string | null> {
  const { rows } = await sql<{ town: string | null }>`select network.unsubscribe(${hash}) as town`.execute(
    work.tx,
  )
  return rows[0]?.town ?? null
}

/** Marks everybody who waits in a town as told of a stop; answers those who were not yet. */
export async function insertTellings(
  work: Work<'network'>,
  { stop, inseeCode }: { centre: number; stop: number; inseeCode: string },
): Promise<{ id: number; centre: number }[]> {
  const { rows } = await sql<{ id: number; centre: number }>`
    insert into network.tellings (centre_id, subscription_id, stop_id, told_at)
    select centre_id, id, ${stop}, ${work.now} from network.subscriptions where insee_code = ${inseeCode}
    on conflict (subscription_id, stop_id) do nothing
    returning id, centre_id as centre`.execute(work.tx)
  return rows
}

/** Everybody who was told of a stop. */
export async function readTellings(
  work: Work<'network'>,
  stop: number,
): Promise<{ id: number; centre: number }[]> {
  const rows = await work.tx
    .selectFrom('network.tellings')
    .select(['id', 'centre_id as centre'])
    .where('stop_id', '=', stop)
    .execute()
  return rows
}

/** What a message about a stop is written from. */
export async function readTelling(work: Work<'network'>, id: number) {
  const { rows } = await sql<{
    language: string
    phone_sealed: Buffer | null
    email_sealed: Buffer | null
    tokenSealed: Buffer
    town: string
    stop: number
    status: string
    revision: number
    starts: Temporal.Instant
    ends: Temporal.Instant
    place: string
    timeZone: string
    howToFind: Partial<Record<string, string>>
  }>`select s.language, s.phone_sealed, s.email_sealed, s.token_sealed as "tokenSealed", s.town, stop.id as stop, stop.status,
      stop.revision, stop.starts_at as starts, stop.ends_at as ends, p.name as place, p.time_zone as "timeZone", stop.how_to_find as "howToFind"
    from network.tellings t join network.subscriptions s on s.id = t.subscription_id
    join network.stops stop on stop.id = t.stop_id join network.places p on p.id = stop.place_id
    where t.id = ${id}`.execute(work.tx)
  return rows[0] ?? null
}

/** Forgets subscriptions made before a moment. */
export async function forgetSubscriptions(work: Work<'network'>, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await work.tx
    .deleteFrom('network.subscriptions')
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** How many wait for the team in each town the actor's centre answers for, the most awaited first. */
export async function readWaitingTowns(work: Work<'network'>): Promise<{ town: string; people: number }[]> {
  const { rows } = await sql<{
    town: string
    people: number
  }>`select town, people from network.waiting_towns() order by people desc, town`.execute(work.tx)
  return rows
}

/** How many were told of a stop of the actor's centre, by the language they read. */
export async function readToldOfStop(
  work: Work<'network'>,
  stop: number,
): Promise<{ language: string; people: number }[]> {
  const { rows } = await sql<{
    language: string
    people: number
  }>`select language, people from network.told_of_stop(${stop}) order by people desc, language`.execute(
    work.tx,
  )
  return rows
}
