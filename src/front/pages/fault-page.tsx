import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { type Word, words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly helpPhone: string
  readonly title: Word
  readonly lead: Word
  /** Said on the phone, it finds the line of the log. */
  readonly reference?: string | undefined
}

/** What happened, in a sentence, and two ways on: the front page, or a person. */
export const FaultPage = ({ lang, helpPhone, title, lead, reference }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>{t(title)}</h1>
      <p class="lead">{t(lead)}</p>
      {reference && (
        <p>
          {t('reference')}{' '}
          <b>
            <bdi dir="ltr">{reference}</bdi>
          </b>
        </p>
      )}
      <p>
        <LinkButton href="/" onwards>
          {t('toHome')}
        </LinkButton>
      </p>
      <p>
        {t('orCall')} <PhoneLink number={helpPhone} />
      </p>
    </>
  )
}
