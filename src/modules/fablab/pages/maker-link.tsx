import type { Town } from '#modules/network/index.ts'
import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, Field, type FieldError, Form, Select } from '#ui/form.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { makersWords } from '../makers-words.ts'

type AskProps = {
  lang: Language
  towns: readonly Town[]
  town: string
  typed: Typed
  errors: readonly FieldError[]
}

/** « J’ai déjà ma prise en main »: a phone, and the link leaves by it. */
export const AskLinkPage = ({ lang, towns, town, typed, errors }: AskProps) => {
  const t = makersWords(lang)
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <>
      <h1>{t('alreadyShown')}</h1>
      <p class="lead">{t('sendLinkLead')}</p>
      <Form action="/makers/links">
        <ErrorSummary lang={lang} errors={errors} />
        <Select
          name="centre"
          label={t('where')}
          value={typedText(typed, 'centre') || town}
          error={wrong('centre')}
          options={towns.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <Field
          name="phone"
          type="tel"
          label={t('phone')}
          autocomplete="tel"
          value={typedText(typed, 'phone')}
          error={wrong('phone')}
        />
        <Field
          name="email"
          type="email"
          label={t('email')}
          autocomplete="email"
          value={typedText(typed, 'email')}
          error={wrong('email')}
        />
        <Button wide>{t('sendLink')}</Button>
      </Form>
    </>
  )
}

type SaidProps = { lang: Language; helpPhone: string }

/** The same answer for everybody: whether somebody is known here is told to her own phone only. */
export const LinkSentPage = ({ lang, helpPhone }: SaidProps) => {
  const t = makersWords(lang)
  return (
    <>
      <h1>{t('sentTitle')}</h1>
      <p class="lead">{t('sentWhat')}</p>
      <p>
        <PhoneLink number={helpPhone} />
      </p>
      <Onwards lang={lang} />
    </>
  )
}

/** A link that opens nothing: forged, cut by a message, or forgotten. */
export const LinkUnknownPage = ({ lang, helpPhone }: SaidProps) => {
  const t = makersWords(lang)
  return (
    <>
      <h1>{t('linkUnknown')}</h1>
      <p class="lead">{t('linkUnknownWhat')}</p>
      <p>
        <PhoneLink number={helpPhone} />
      </p>
      <p>
        <LinkButton href="/makers">{t('sendLink')}</LinkButton>
      </p>
      <Onwards lang={lang} />
    </>
  )
}

/** After she ended it: nothing is left. */
export const MakerErasedPage = ({ lang }: { lang: Language }) => {
  const t = makersWords(lang)
  return (
    <>
      <h1>{t('erasedTitle')}</h1>
      <p class="lead">{t('erasedWhat')}</p>
      <Onwards lang={lang} />
    </>
  )
}

const Onwards = ({ lang }: { lang: Language }) => (
  <p>
    <LinkButton alt href="/machines">
      {makersWords(lang)('allMachines')}
    </LinkButton>
  </p>
)
