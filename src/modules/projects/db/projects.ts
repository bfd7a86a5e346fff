import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Facts } from '../domain/forms.ts'
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

const rowOf = (facts: Facts) => ({
  title: facts.title,
  sentence: facts.sentence,
  machines: [...facts.machines],
  materials: [...facts.materials],
  minutes: facts.minutes,
  difficulty: facts.difficulty,
  licence: facts.licence,
  made_by: facts.madeBy,
})

export async function insertProject(
  work: Work<'projects'>,
  project: { centre: number; author: number; facts: Facts; remixOf: number | null; writtenIn: string },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('projects.projects')
    .values({
      ...rowOf(project.facts),
      centre_id: project.centre,
      author_id: project.author,
      remix_of: project.remixOf,
      written_in: project.writtenIn,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

/** Says it otherwise, while it is in its author's hands. */
export async function updateFacts(work: Work<'projects'>, id: number, facts: Facts): Promise<void> {
  await work.tx.updateTable('projects.projects').set(rowOf(facts)).where('id', '=', id).execute()
}

/** Locks a project until the transaction ends, and tells where it stands: its parts change one at a time. */
export async function lockProject(
  work: Work<'projects'>,
  wish: { id: number; author: number },
): Promise<ProjectStatus | null> {
  const row = await work.tx
    .selectFrom('projects.projects')
    .select('status')
    .where('id', '=', wish.id)
    .where('author_id', '=', wish.author)
    .forUpdate()
    .executeTakeFirst()
  return (row?.status as ProjectStatus | undefined) ?? null
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
    limit ${wish.limit ?? 200}`.execute(work.tx)
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

/** Moves a project between its author's hands and a member's, only from one of these; true when it did. */
export async function moveProject(
  work: Work<'projects'>,
  id: number,
  { from, to }: { from: readonly ProjectStatus[]; to: 'draft' | 'waiting' },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('projects.projects')
    .set((is) => ({
      status: to,
      change_asked: null,
      ...(to === 'waiting' && { sent_at: work.now, sendings: is('sendings', '+', 1) }),
    }))
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** A member's word on what she read: published, or something to change. True when it was still to be said. */
export async function writeDecision(
  work: Work<'projects'>,
  id: number,
  decision: {
    from: readonly ProjectStatus[]
    sending: number
    changeAsked: ChangeAsked | null
    member: number
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update projects.projects set
        status = ${decision.changeAsked ? 'changes' : 'published'},
        change_asked = ${decision.changeAsked},
        decided_at = ${work.now}, decided_by = ${decision.member},
        first_published_at = coalesce(first_published_at, ${decision.changeAsked ? null : work.now}::timestamptz)
      where id = ${id} and sendings = ${decision.sending} and status = any(${[...decision.from]}::text[]) returning id`.execute(
    work.tx,
  )
  return rows.length === 1
}

/** Erases a project, its steps, pictures and files. */
export async function deleteProject(
  work: Work<'projects'>,
  { id, author }: { id: number; author: number },
): Promise<boolean> {
  const { numDeletedRows } = await work.tx
    .deleteFrom('projects.projects')
    .where('id', '=', id)
    .where('author_id', '=', author)
    .executeTakeFirst()
  return Number(numDeletedRows) === 1
}
