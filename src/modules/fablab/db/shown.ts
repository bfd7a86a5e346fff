import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A session that gave inductions, and who was marked present there. */
export interface ShownSession {
  session: number
  title: string
  startsAt: Temporal.Instant
  inductions: number[]
  people: { resident: number; name: string; maker: number | null }[]
}

/**
 * Sessions of a centre that ended since a moment, whose activity gives an induction, with those the roll says present. A
 * facilitator gets her own sessions only: registrations show her no others.
 */
export async function readShownSessions(
  work: Work<'fablab' | 'programme' | 'registrations' | 'attendance' | 'people'>,
  { centre, since, language }: { centre: number; since: Temporal.Instant; language: string },
): Promise<ShownSession[]> {
  const { rows } = await sql<ShownSession>`
    select s.id as session, coalesce(a.texts #>> array[${language}, 'title'], a.texts #>> '{fr,title}') as title,
      s.starts_at as "startsAt",
      (select json_agg(i.id order by i.id) from fablab.inductions i
        where a.slug = any(i.activities) and (i.centre_id is null or i.centre_id = s.centre_id)) as inductions,
      coalesce((select json_agg(json_build_object('resident', p.id, 'name', p.name, 'maker', k.id) order by p.name)
        from registrations.registrations r join people.residents p on p.id = r.resident_id
        left join fablab.makers k on k.resident_id = p.id
        where r.session_id = coalesce(s.lead_id, s.id) and r.status = 'confirmed'
          and (select m.mark from attendance.marks m where m.session_id = s.id and m.registration_id = r.id
            order by m.id desc limit 1) = 'present'), '[]') as people
    from programme.sessions s join programme.activities a on a.id = s.activity_id
    where s.centre_id = ${centre} and s.status not in ('draft', 'cancelled')
      and s.starts_at between ${since} and ${work.now}
      and exists (select from fablab.inductions i where a.slug = any(i.activities) and (i.centre_id is null or i.centre_id = s.centre_id))
    order by s.starts_at desc limit 40`.execute(work.tx)
  return rows.filter(({ people }) => people.length > 0)
}
