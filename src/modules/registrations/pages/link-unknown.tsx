import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { words } from '../words.ts'

/** A link that opens nothing: forged, cut by a message, or from another network. The same page for all. */
export const LinkUnknown = ({ lang, helpPhone }: { lang: Language; helpPhone: string }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('linkUnknown')}</h1>
      <p class="lead">{t('linkUnknownWhy')}</p>
      <p>
        <PhoneLink number={helpPhone} />
      </p>
      <p>
        <LinkButton href="/sessions">{t('allSessions')}</LinkButton>
      </p>
    </>
  )
}
