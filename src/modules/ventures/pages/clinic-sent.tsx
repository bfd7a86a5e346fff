import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { clinicWords } from '../clinic-words.ts'

/** After booking, whatever the phone: the answer is in the messages. */
export const Sent = ({ lang }: { readonly lang: Language }) => {
  const t = clinicWords(lang)
  return (
    <>
      <h1>{t('sentTitle')}</h1>
      <p class="lead">{t('sentLead')}</p>
      <p>{t('sentRule')}</p>
    </>
  )
}

/** A link that opens nothing. */
export const ClinicLinkUnknown = ({ lang }: { readonly lang: Language }) => {
  const t = clinicWords(lang)
  return (
    <>
      <h1>{t('linkUnknown')}</h1>
      <p class="lead">{t('linkUnknownSaid')}</p>
      <p>
        <LinkButton href="/founders/clinics" onwards>
          {t('bookAnother')}
        </LinkButton>
      </p>
    </>
  )
}
