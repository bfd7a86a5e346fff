import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { ActivityWords, InLanguages } from '../domain/session.ts'
import type { Audience, Format, Theme } from '../domain/vocabulary.ts'

/** An activity as it is offered at a place of a centre. */
export interface OfferedActivity {
  centreId: number
  placeId: number
  slug: string
  theme: Theme
  format: Format
  audience: Audience
  needs: string[]
  /** Languages its sessions there are held in. */
  languages: string[]
  minutes: number
  /** Dates of the course it makes; null when one joins each date alone. */
  dates: number | null
  texts: InLanguages<ActivityWords>
  /** When a date of it there was last changed. */
  changedAt: Temporal.Instant
}

/** What was held in these days still counts as offered: a season has pauses. */
const remembered = 60

/** What is offered where: one row an activity and a place, from its published dates to come and those of the last weeks. */
export async function readOffered(work: Work<'programme'>): Promise<OfferedActivity[]> {
  const { rows } = await sql<Omit<OfferedActivity, 'languages'> & { languages: string[][] }>`
    select s.centre_id as "centreId", s.place_id as "placeId", a.slug, a.theme, a.format, a.audience, a.needs, a.minutes, a.texts,
      jsonb_agg(distinct to_jsonb(s.languages)) as languages, max(s.course_length) as dates, max(s.changed_at) as "changedAt"
    from programme.sessions s join programme.activities a on a.id = s.activity_id
    where s.status = 'published' and s.ends_at > ${work.now.subtract({ hours: remembered * 24 })}
    group by s.centre_id, s.place_id, a.id order by s.centre_id, a.slug, s.place_id`.execute(work.tx)
  return rows.map((row) => ({ ...row, languages: [...new Set(row.languages.flat())].toSorted() }))
}
