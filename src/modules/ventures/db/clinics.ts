import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Clinic, Subject } from '../domain/clinic.ts'

interface Asked {
  id?: number
  centre?: number
  from?: Temporal.Instant
  to?: Temporal.Instant
}

/** Clinics as everybody may see them, the soonest first; those cancelled too when one is asked for by number. */
export async function readClinics(
  work: Work<'ventures' | 'network' | 'access'>,
  { id, centre, from, to }: Asked,
): Promise<Clinic[]> {
  const { rows } = await sql<
    Omit<Clinic, 'place' | 'subject'> & {
      subject: Subject
      place_id: number
      place_name: string
      city: string
      time_zone: string
    }
  >`
    select c.id, c.centre_id as centre, c.subject, c.host_id as host, coalesce(c.expert, w.name, '') as expert, c.languages,
      p.id as place_id, p.name as place_name, p.city, p.time_zone, s.name as space,
      c.starts_at as "startsAt", c.ends_at as "endsAt", c.slot_minutes as "slotMinutes", c.cancelled_at is not null as cancelled
    from ventures.clinics c
    join network.places p on p.id = c.place_id
    left join network.spaces s on s.id = c.space_id
    left join access.welcoming_names w on w.id = c.host_id
    where (${id ?? null}::int is null or c.id = ${id ?? null}) and (${id ?? null}::int is not null or c.cancelled_at is null)
      and (${centre ?? null}::int is null or c.centre_id = ${centre ?? null})
      and (${from ?? null}::timestamptz is null or c.ends_at > ${from ?? null})
      and (${to ?? null}::timestamptz is null or c.starts_at < ${to ?? null})
    order by c.starts_at, c.id`.execute(work.tx)
  return rows.map(({ place_id, place_name, city, time_zone, ...row }) => ({
    ...row,
    place: { id: place_id, name: place_name, city, timeZone: time_zone },
  }))
}

/** Which slots of these clinics are taken, and how many people wait; nobody is named. */
export async function readTaken(
  work: Work<'ventures'>,
  clinics: readonly number[],
): Promise<ReadonlyMap<number, { slots: Temporal.Instant[]; waiting: number }>> {
  const { rows } = await sql<{ clinic: number; slot: Temporal.Instant | null }>`
    select clinic_id as clinic, starts_at as slot from ventures.taken_slots(${[...clinics]}::int[])`.execute(
    work.tx,
  )
  const taken = new Map(clinics.map((id) => [id, { slots: [] as Temporal.Instant[], waiting: 0 }]))
  for (const { clinic, slot } of rows) {
    const one = taken.get(clinic)
    if (slot) one?.slots.push(slot)
    else if (one) one.waiting += 1
  }
  return taken
}

/** A room of the centre and the place it is in. */
export async function readRoom(
  work: Work<'network'>,
  centre: number,
  id: number,
): Promise<{ place: number; timeZone: string } | null> {
  const row = await work.tx
    .selectFrom('network.spaces as s')
    .innerJoin('network.places as p', 'p.id', 's.place_id')
    .select(['p.id as place', 'p.time_zone as timeZone'])
    .where('s.id', '=', id)
    .where('s.centre_id', '=', centre)
    .executeTakeFirst()
  return row ?? null
}

export interface Here {
  timeZone: string
  rooms: { id: number; name: string; place: string }[]
  members: { id: number; name: string }[]
}

/** The rooms and the members of a centre, for who opens a clinic there. */
export async function readHere(work: Work<'network' | 'access'>, centre: number): Promise<Here> {
  const { rows } = await sql<Here>`
    select c.time_zone as "timeZone",
      coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'place', p.name) order by (s.kind = 'meeting') desc, p.name, s.name)
        from network.spaces s join network.places p on p.id = s.place_id where s.centre_id = c.id), '[]') as rooms,
      coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name)
        from access.welcoming_names w where w.centre_id = c.id), '[]') as members
    from network.centres c where c.id = ${centre}`.execute(work.tx)
  const here = rows[0]
  if (!here) throw new Error('a member of no centre asked for its rooms')
  return here
}

export async function insertClinic(
  work: Work<'ventures'>,
  clinic: {
    centre: number
    subject: Subject
    host: number | null
    expert: string | null
    languages: readonly string[]
    place: number
    space: number
    startsAt: Temporal.Instant
    endsAt: Temporal.Instant
    slotMinutes: number
  },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('ventures.clinics')
    .values({
      centre_id: clinic.centre,
      subject: clinic.subject,
      host_id: clinic.host,
      expert: clinic.expert,
      languages: [...clinic.languages],
      place_id: clinic.place,
      space_id: clinic.space,
      starts_at: clinic.startsAt,
      ends_at: clinic.endsAt,
      slot_minutes: clinic.slotMinutes,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** True when it was still to be held, or being held. */
export async function writeClinicCancelled(work: Work<'ventures'>, id: number): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('ventures.clinics')
    .set({ cancelled_at: work.now })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .where('ends_at', '>', work.now)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export interface ClinicFigure {
  month: Temporal.PlainDate
  subject: Subject
  booked: number
  came: number
}

/** Appointments of the centre of this work, month by month, the latest first. */
export async function readClinicFigures(work: Work<'ventures'>): Promise<ClinicFigure[]> {
  const rows = await work.tx
    .selectFrom('ventures.clinic_figures')
    .select(['month', 'subject', 'booked', 'came'])
    .orderBy('month', 'desc')
    .orderBy('subject')
    .execute()
  return rows.map((row) => ({ ...row, subject: row.subject as Subject }))
}
