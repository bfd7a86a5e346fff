import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import type { PublishedKey } from '../db/keys.ts'
import { sayDay } from '../say-day.ts'
import { words } from '../words.ts'

/** Who gives badges, and the keys they are signed with. */
export const IssuerPage = ({ lang, keys }: { lang: Language; keys: readonly PublishedKey[] }) => {
  const t = words(lang)
  const proving = keys.filter(({ kind }) => kind === 'ed25519')
  return (
    <>
      <h1>{t('issuer')}</h1>
      <p class="lead">{t('issuerSaid')}</p>
      {proving.length === 0 && <p>{t('noKey')}</p>}
      <ul class="thread">
        {proving.map(({ id, published, from, retired }) => (
          <li key={id}>
            <b>{retired ? `${t('keyUntil')} ${sayDay(lang, retired)}` : t('keyUsed')}</b>
            <p>
              {t('keyFrom')} {sayDay(lang, from)}
            </p>
            <p dir="ltr">
              <code>{published}</code>
            </p>
          </li>
        ))}
      </ul>
      <p class="row">
        <LinkButton href="/verify" alt icon="ok">
          {t('verify')}
        </LinkButton>
        <a href="/badges/achievements">{t('list')}</a>
        <a href="/badges/issuer.json">{t('toJson')}</a>
      </p>
    </>
  )
}
