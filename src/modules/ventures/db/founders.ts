import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Founder } from '../domain/vocabulary.ts'

const founders = (work: Work<'ventures'>) =>
  work.tx
    .selectFrom('ventures.founders')
    .select([
      'id',
      'centre_id as centre',
      'name',
      'phone_sealed as phoneSealed',
      'email_sealed as emailSealed',
      'language',
      'token_sealed as tokenSealed',
      'idea',
      'stage',
      'sector',
      'needs',
      'languages',
      'weekly',
      'childcare',
      'wishes_woman_mentor as wishesWomanMentor',
      'status',
      'started_at as startedAt',
      'last_step_at as lastStepAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof founders>['executeTakeFirstOrThrow']>>
const founderOf = (row: Row): Founder => ({ ...(row as unknown as Founder), id: Number(row.id) })

/** The founders of the centre of this work, the last to have done something first. */
export async function readFounders(work: Work<'ventures'>): Promise<Founder[]> {
  return (await founders(work).orderBy('last_step_at', 'desc').orderBy('id').execute()).map(founderOf)
}

export async function readFounder(work: Work<'ventures'>, id: number): Promise<Founder | null> {
  const row = await founders(work).where('id', '=', id).executeTakeFirst()
  return row ? founderOf(row) : null
}

export async function readFounderByLink(work: Work<'ventures'>, hash: Buffer): Promise<Founder | null> {
  const row = await founders(work).where('token_hash', '=', hash).executeTakeFirst()
  return row ? founderOf(row) : null
}

/** The centre of the founder a link opens; null when it opens nobody's. */
export async function readCentreOfFounder(work: Work<'ventures'>, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select ventures.centre_of_founder(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}
