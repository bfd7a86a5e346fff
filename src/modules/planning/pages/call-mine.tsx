import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { callWords } from '../call-words.ts'
import type { OpenNeed } from '../db/call-needs.ts'

type Props = {
  readonly lang: Language
  readonly member: number
  readonly open: readonly OpenNeed[]
  readonly hosted: readonly OpenNeed[]
  readonly hours: number
}

/** What a member is asked, what she hosts, and the ways to what she says of herself. */
export const CallMine = ({ lang, member, open, hosted, hours }: Props) => {
  const t = callWords(lang)
  return (
    <>
      <h1>{t('mine')}</h1>
      <p class="row noprint">
        <LinkButton alt href="/team/me/profile">
          {t('mineProfile')}
        </LinkButton>
        <LinkButton alt href="/team/me/agenda" icon="cal">
          {t('mineAgenda')}
        </LinkButton>
        {hours > 0 && (
          <LinkButton alt href={`/print/certificate.pdf?member=${member}`} icon="print">
            {t('certificate')}
          </LinkButton>
        )}
        {hours > 0 && (
          <LinkButton alt href="/badges/hours">
            {t('mineBadges')}
          </LinkButton>
        )}
      </p>
      <section class="stack" aria-labelledby="open">
        <h2 id="open">{t('mineOpen')}</h2>
        {open.length === 0 && <p>{t('mineNone')}</p>}
        <Sessions lang={lang} needs={open} asked />
      </section>
      <section class="stack" aria-labelledby="hosted">
        <h2 id="hosted">{t('mineHosted')}</h2>
        {hosted.length === 0 && <p>{t('mineHostedNone')}</p>}
        <Sessions lang={lang} needs={hosted} />
      </section>
      {hours > 0 && <p>{t('mineHours', { hours })}</p>}
    </>
  )
}

/** What is asked has a button; what is promised, a link. */
const Sessions = ({
  lang,
  needs,
  asked,
}: {
  lang: Language
  needs: readonly OpenNeed[]
  asked?: boolean
}) => (
  <ul class="wl">
    {needs.map((need) => {
      const title = need.title[lang] ?? need.title.fr
      const address = `/team/me/sessions/${need.session}`
      return (
        <li key={need.session}>
          <span>
            <b>{asked ? title : <a href={address}>{title}</a>}</b>
            <br />
            {sayMoment(lang, need.start)} · <bdi>{need.placeName}</bdi>
          </span>
          {asked && (
            <LinkButton href={address}>
              {callWords(lang)('open')}
              <span class="vh"> {title}</span>
            </LinkButton>
          )}
        </li>
      )
    })}
  </ul>
)
