import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { words } from '../words.ts'

/** Says no in one sentence, and where to go. */
export const Forbidden = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('forbidden')}</h1>
      <p class="lead">{t('forbiddenLead')}</p>
      <p>
        <LinkButton href="/desk" onwards>
          {t('toDesk')}
        </LinkButton>
      </p>
    </>
  )
}
