import type { Selectable } from 'kysely'
import type { DB } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Session } from '../domain/session.ts'

type Row = Selectable<DB['programme.listed_sessions']>

/** A row of the view as the session it is. The view's columns are nullable for the type checker, never in fact. */
export function sessionOf(row: Row): Session {
  const zone = String(row.time_zone)
  const at = (instant: Temporal.Instant | null) => (instant as Temporal.Instant).toZonedDateTimeISO(zone)
  return {
    id: Number(row.id),
    code: String(row.code),
    centre: {
      id: Number(row.centre_id),
      slug: String(row.centre_slug),
      name: String(row.centre_name),
      phone: String(row.centre_phone),
    },
    activity: {
      id: Number(row.activity_id),
      slug: String(row.activity_slug),
      theme: row.theme as Session['activity']['theme'],
      format: row.format as Session['activity']['format'],
      level: row.level as Session['activity']['level'],
      audience: row.audience as Session['activity']['audience'],
      needs: row.needs ?? [],
      texts: row.texts as unknown as Session['activity']['texts'],
    },
    place: {
      id: Number(row.place_id),
      name: String(row.place_name),
      address: String(row.address),
      city: String(row.city),
      postalCode: String(row.postal_code),
      latitude: row.latitude,
      longitude: row.longitude,
      stepFree: row.step_free,
      howToCome: (row.how_to_come ?? {}) as Session['place']['howToCome'],
      kind: String(row.place_kind),
    },
    spaceId: row.space_id,
    course: row.course_key
      ? { key: row.course_key, index: row.course_index ?? 1, length: row.course_length ?? 1 }
      : null,
    start: at(row.starts_at),
    end: at(row.ends_at),
    capacity: Number(row.capacity),
    seatsTaken: Number(row.seats_taken),
    seatsLeft: Number(row.seats_left),
    status: row.status as Session['status'],
    languages: (row.languages ?? ['fr']) as Language[],
    revision: Number(row.revision),
    movedFrom: row.moved_from ? at(row.moved_from) : null,
  }
}
