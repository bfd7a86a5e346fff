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
        {hours > 0 && (
          <LinkButton alt href={`/print/certificate.pdf?member=${member}`} icon="print">
            {t('certificate')}
          </LinkButton>
        )}
      </p>
      <section class="stack" aria-labelledby="open">
        <h2 id="open">{t('mineOpen')}</h2>
        {open.length === 0 && <p>{t('mineNone')}</p>}
        <Sessions lang={lang} needs={open} word="open" />
      </section>
      <section class="stack" aria-labelledby="hosted">
        <h2 id="hosted">{t('mineHosted')}</h2>
        {hosted.length === 0 && <p>{t('mineHostedNone')}</p>}
        <Sessions lang={lang} needs={hosted} word="details" />
      </section>
      {hours > 0 && <p>{t('mineHours', { hours })}</p>}
    </>
  )
}

const Sessions = ({
  lang,
  needs,
  word,
}: {
  lang: Language
  needs: readonly OpenNeed[]
  word: 'open' | 'details'
}) => (
  <ul class="wl">
    {needs.map((need) => (
      <li key={need.session}>
        <span>
          <b>{need.title[lang] ?? need.title.fr}</b>
          <br />
          {sayMoment(lang, need.start)}, <bdi>{need.placeName}</bdi>
        </span>
        <LinkButton alt={word === 'details'} href={`/team/me/sessions/${need.session}`}>
          {callWords(lang)(word)}
          <span class="vh"> {need.title[lang] ?? need.title.fr}</span>
        </LinkButton>
      </li>
    ))}
  </ul>
)
