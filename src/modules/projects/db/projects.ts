import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type {
  ChangeAsked,
  Difficulty,
  Duration,
  Licence,
  MachineKind,
  Material,
  ProjectStatus,
} from '../domain/vocabulary.ts'

/** A small picture of a list, and what it shows. */
export interface Cover {
  id: number
  alt: string
  width: number
  height: number
}

/** A project with what a page or a machine may show of it; its author is a number, and no public page shows it. */
export interface Project {
  id: number
  centre: { id: number; slug: string; name: string }
  author: number | null
  title: string
  sentence: string
  machines: MachineKind[]
  materials: Material[]
  minutes: Duration
  difficulty: Difficulty
  licence: Licence | null
  madeBy: string | null
  remixOf: number | null
  writtenIn: string
  status: ProjectStatus
  changeAsked: ChangeAsked | null
  /** How many times it was sent to be read: which version a member has before her. */
  sendings: number
  firstPublishedAt: Temporal.Instant | null
  cover: Cover | null
  /** How many made the same. */
  makes: number
}

interface Wish {
  id?: number
  /** Of this centre; of any other one too when it is left out. */
  centre?: number | undefined
  author?: number
  status?: readonly ProjectStatus[]
  machine?: MachineKind | undefined
  difficulty?: Difficulty | undefined
  remixOf?: number
  limit?: number
  /** How many to leave out, from the first. */
  after?: number
}
type Row = Omit<Project, 'centre' | 'cover'> & {
  centreId: number
  centreSlug: string
  centreName: string
  coverId: number | null
  coverAlt: string | null
  coverWidth: number | null
  coverHeight: number | null
}

/** Projects whoever asks may see, newest first (those waiting: longest waiting first). */
export async function readProjects(work: Work<'projects' | 'network'>, wish: Wish): Promise<Project[]> {
  const status = wish.status ? [...wish.status] : null
  const { rows } = await sql<Row>`
    select p.id::int, p.author_id::int as author, p.title, p.sentence, p.machines, p.materials, p.minutes, p.difficulty,
      p.licence, p.made_by as "madeBy", p.remix_of::int as "remixOf", p.written_in as "writtenIn", p.status,
      p.change_asked as "changeAsked", p.sendings, p.first_published_at as "firstPublishedAt",
      c.id as "centreId", c.slug as "centreSlug", c.name as "centreName",
      cover.id::int as "coverId", cover.alt as "coverAlt", cover.thumb_width as "coverWidth", cover.thumb_height as "coverHeight",
      (select count(*)::int from projects.makes m where m.project_id = p.id and m.status = 'published') as makes
    from projects.projects p join network.centres c on c.id = p.centre_id
      -- Its first picture; without one, that of its last step, where the thing is finished.
      left join lateral (
        select i.id, i.alt, i.thumb_width, i.thumb_height from projects.pictures i
          left join projects.steps s on s.id = i.step_id
          where i.project_id = p.id and i.make_id is null
          order by i.place nulls last, s.position desc limit 1) cover on true
    where (${wish.id ?? null}::bigint is null or p.id = ${wish.id ?? null}::bigint)
      and (${wish.centre ?? null}::int is null or p.centre_id = ${wish.centre ?? null}::int)
      and (${wish.author ?? null}::bigint is null or p.author_id = ${wish.author ?? null}::bigint)
      and (${wish.machine ?? null}::text is null or ${wish.machine ?? null}::text = any(p.machines))
      and (${wish.difficulty ?? null}::text is null or p.difficulty = ${wish.difficulty ?? null}::text)
      and (${wish.remixOf ?? null}::bigint is null or p.remix_of = ${wish.remixOf ?? null}::bigint)
      and (${status}::text[] is null or p.status = any(${status}::text[]))
    order by case when p.status = 'waiting' then p.sent_at end, p.decided_at desc nulls first, p.id desc
    limit ${wish.limit ?? 200} offset ${wish.after ?? 0}`.execute(work.tx)
  return rows.map(
    ({ centreId, centreSlug, centreName, coverId, coverAlt, coverWidth, coverHeight, ...row }): Project => ({
      ...row,
      centre: { id: centreId, slug: centreSlug, name: centreName },
      cover:
        coverId === null
          ? null
          : { id: coverId, alt: coverAlt ?? '', width: coverWidth ?? 1, height: coverHeight ?? 1 },
    }),
  )
}

export const readProject = async (
  work: Work<'projects' | 'network'>,
  wish: Wish & { id: number },
): Promise<Project | null> => (await readProjects(work, wish))[0] ?? null
