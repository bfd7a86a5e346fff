import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

export interface Batch {
  id: number
  week: Temporal.PlainDate
  language: Language
  status: 'waiting' | 'running' | 'ready' | 'empty' | 'failed'
  done: number
  total: number
}

const columns = ['id', 'week', 'language', 'status', 'done', 'total'] as const

export async function insertBatch(
  work: Work<'print'>,
  batch: { centre: number; week: Temporal.PlainDate; language: Language; member: number },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('print.batches')
    .values({
      centre_id: batch.centre,
      week: batch.week,
      language: batch.language,
      status: 'waiting',
      created_by: batch.member,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function readBatch(work: Work<'print'>, id: number): Promise<Batch | null> {
  const row = await work.tx
    .selectFrom('print.batches')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Batch | undefined) ?? null
}

export async function readBatchPdf(work: Work<'print'>, id: number): Promise<Buffer | null> {
  const row = await work.tx.selectFrom('print.batches').select('pdf').where('id', '=', id).executeTakeFirst()
  return row?.pdf ?? null
}

/** Says how far a batch is. */
export async function writeProgress(
  work: Work<'print'>,
  id: number,
  progress: { status: 'running' | 'empty' | 'failed'; done: number; total: number },
): Promise<void> {
  await work.tx
    .updateTable('print.batches')
    .set({ ...progress, pdf: null })
    .where('id', '=', id)
    .execute()
}

export async function writeReady(work: Work<'print'>, id: number, pdf: Uint8Array): Promise<void> {
  await work.tx
    .updateTable('print.batches')
    .set({ status: 'ready', pdf: Buffer.from(pdf), done: sql`total` })
    .where('id', '=', id)
    .execute()
}

/** Ends batches made before a moment; answers how many. */
export async function deleteBatches(work: Work<'print'>, before: Temporal.Instant): Promise<number> {
  const gone = await work.tx
    .deleteFrom('print.batches')
    .where('created_at', '<', before)
    .returning('id')
    .execute()
  return gone.length
}
