import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { words } from '../feed-words.ts'
import { Copyable } from './feeds-copy.tsx'

type HostProps = {
  readonly lang: Language
  /** The whole address; null when she has none. */
  readonly address: string | null
  readonly said: 'hostMade' | 'hostClosed' | null
}

/** A host's secret link: to her agenda, to change, to close. */
export const HostFeed = ({ lang, address, said }: HostProps) => {
  const t = words(lang)
  return (
    <>
      <p>
        <a href="/team/me">{t('hostBack')}</a>
      </p>
      <h1>{t('hostTitle')}</h1>
      <p class="lead">{t('hostLead')}</p>
      {said && (
        <Note kind="good" role="status">
          <p>{t(said)}</p>
        </Note>
      )}
      {address === null ? (
        <form class="join stack" method="post" action="/team/me/agenda">
          <p>{t('hostNone')}</p>
          <Button>{t('hostMake')}</Button>
        </form>
      ) : (
        <>
          <p>
            <a class="btn" href={address.replace(/^https?:/, 'webcal:')}>
              {t('subscribe')}
            </a>
          </p>
          <Copyable id="link" label={t('hostLabel')} hint={t('icsHint')} text={address} />
          <Note kind="no">
            <p>{t('hostSecret')}</p>
          </Note>
          <form class="row" method="post" action="/team/me/agenda">
            <p>{t('hostRenewLead')}</p>
            <Button alt>{t('hostRenew')}</Button>
          </form>
          <form class="row" method="post" action="/team/me/agenda/closing">
            <Button alt>{t('hostClose')}</Button>
          </form>
        </>
      )}
    </>
  )
}
