import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A stop as paper shows it: when, where, how to find it, and what one finds there. */
export interface PrintedStop {
  id: number
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  howToFind: Partial<Record<Language, string>>
  place: { name: string; address: string; city: string; stepFree: boolean | null }
  /** The centre's, as it is kept: +33199002412. */
  phone: string
  /** Titles of what is offered there, in the language asked. */
  offers: string[]
}

/** A stop that will take place; null when it is unknown, cancelled or over. */
export async function readPrintedStop(
  work: Work<'network' | 'programme'>,
  id: number,
  lang: Language,
): Promise<PrintedStop | null> {
  type Row = Omit<PrintedStop, 'start' | 'end' | 'place'> &
    PrintedStop['place'] & { starts: Temporal.Instant; ends: Temporal.Instant; zone: string }
  const { rows } = await sql<Row>`
    select s.id, s.starts_at as starts, s.ends_at as ends, p.time_zone as zone, s.how_to_find as "howToFind",
      p.name, p.address, p.city, p.step_free as "stepFree", c.phone,
      array(select distinct coalesce(a.texts #>> array[${lang}::text, 'title'], a.texts #>> '{fr,title}')
        from programme.activities a
        where a.slug = any(s.offers) and (a.centre_id is null or a.centre_id = s.centre_id)) as offers
    from network.stops s join network.places p on p.id = s.place_id join network.centres c on c.id = s.centre_id
    where s.id = ${id} and s.status = 'planned' and s.ends_at > ${work.now}`.execute(work.tx)
  const [row] = rows
  if (!row) return null
  const { starts, ends, zone, name, address, city, stepFree, ...stop } = row
  return {
    ...stop,
    start: starts.toZonedDateTimeISO(zone),
    end: ends.toZonedDateTimeISO(zone),
    place: { name, address, city, stepFree },
  }
}

/** Stops of a centre in a week at which nothing is planned yet, by time: their posters come from the stop itself. */
export async function readBareStopsOfWeek(
  work: Work<'network' | 'programme'>,
  centre: number,
  from: Temporal.PlainDate,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.id from network.stops s join network.places p on p.id = s.place_id
    where s.centre_id = ${centre} and s.status = 'planned' and s.ends_at > ${work.now}
      and (s.starts_at at time zone p.time_zone)::date between ${from.toString()}::date and ${from.add({ days: 6 }).toString()}::date
      and not exists (select from programme.sessions t where t.stop_id = s.id and t.status = 'published')
    order by s.starts_at, s.id`.execute(work.tx)
  return rows.map(({ id }) => id)
}
