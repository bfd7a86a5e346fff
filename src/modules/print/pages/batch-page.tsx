import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import type { Batch } from '../db/batches.ts'
import { words } from '../words.ts'

/** How far the posters of a week are, and the document once it is there. */
export const BatchPage = ({ lang, batch }: { readonly lang: Language; readonly batch: Batch }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('batch')}</h1>
      {(batch.status === 'waiting' || batch.status === 'running') && (
        <div class="stack" role="status">
          <label for="done">{t('making', { done: batch.done, total: batch.total })}</label>
          <progress id="done" max={Math.max(batch.total, 1)} value={batch.done} />
        </div>
      )}
      {batch.status === 'ready' && (
        <>
          <Note role="status">
            <p>{t('batchReady', { count: batch.total })}</p>
          </Note>
          <p>
            <LinkButton href={`/print/batches/${batch.id}.pdf`} icon="print">
              {t('openPdf')}
            </LinkButton>
          </p>
        </>
      )}
      {batch.status === 'empty' && (
        <Note>
          <p>{t('batchEmpty')}</p>
        </Note>
      )}
      {batch.status === 'failed' && (
        <Note kind="no">
          <p>{t('batchFailed')}</p>
        </Note>
      )}
      <p>
        <a href="/print">{t('back')}</a>
      </p>
    </>
  )
}
