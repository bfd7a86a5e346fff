import type { Language } from '#platform/i18n/index.ts'
import { Island } from '#ui/island.tsx'
import { words } from '../words.ts'

/** Reads the page aloud; shown only where the browser can, by the island. The page says the same without it. */
export const Listen = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <p hidden class="noprint">
        <button type="button" class="btn alt" id="listen" data-hush={t('hush')}>
          {t('listen')}
        </button>
      </p>
      <Island name="aloud" />
    </>
  )
}
