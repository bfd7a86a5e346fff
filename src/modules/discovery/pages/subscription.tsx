import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { type StopWord, stopWords } from '../stop-words.ts'

type Props = {
  readonly lang: Language
  /** The town it is about when the page knows; asked otherwise. */
  readonly town: { name: string; postalCode: string } | null
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** « Tell me when you come back »: a town, a contact, nothing else. */
export const SubscribeForm = ({ lang, town, typed, errors }: Props) => {
  const t = stopWords(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as StopWord) : undefined)
  return (
    <Form
      action="/stops/subscriptions"
      id="tell"
      title={town ? t('tellTown', { town: town.name }) : t('tellTitle')}
    >
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as StopWord) }))}
      />
      <p>{t('tellLead')}</p>
      {town ? (
        <input type="hidden" name="town" value={`${town.postalCode} ${town.name}`} />
      ) : (
        <Field
          name="town"
          label={t('town')}
          hint={t('townHint')}
          value={typedText(typed, 'town')}
          error={wrong('town')}
          dir="auto"
        />
      )}
      <Field
        name="contact"
        label={t('contact')}
        value={typedText(typed, 'contact')}
        error={wrong('contact')}
        dir="ltr"
        maxLength={254}
      />
      <Choice
        name="askedBy"
        label={t('askedBy')}
        value={typedText(typed, 'askedBy') || 'resident'}
        options={(['resident', 'town'] as const).map((who) => ({ value: who, label: t(`askedBy.${who}`) }))}
      />
      <p>
        <Button>{t('tell')}</Button>
      </p>
    </Form>
  )
}

/** After asking: what will come, and that it can be stopped. */
export const SubscribeThanks = ({ lang, town }: { readonly lang: Language; readonly town: string }) => {
  const t = stopWords(lang)
  return (
    <>
      <h1>{t('thanks')}</h1>
      <p class="lead">{t('thanksLead', { town })}</p>
      <p>{t('thanksHow')}</p>
      <p>
        <LinkButton href="/stops">{t('seeStops')}</LinkButton>
      </p>
    </>
  )
}

/** The page of a message’s link: what one receives, and the one gesture that ends it. */
export const SubscriptionPage = ({
  lang,
  town,
  token,
}: {
  readonly lang: Language
  readonly town: string
  readonly token: string
}) => {
  const t = stopWords(lang)
  return (
    <>
      <h1>{t('linkTitle', { town })}</h1>
      <p class="lead">{t('linkLead', { town })}</p>
      <form method="post" action={`/h/${token}/end`}>
        <Button>{t('end')}</Button>
      </form>
      <p>
        <LinkButton alt href={`/stops?near=${encodeURIComponent(town)}`}>
          {t('seeStops')}
        </LinkButton>
      </p>
    </>
  )
}

/** When it is over: by this gesture, or long ago. */
export const SubscriptionOver = ({ lang, now }: { readonly lang: Language; readonly now: boolean }) => {
  const t = stopWords(lang)
  return (
    <>
      <h1>{t(now ? 'ended' : 'gone')}</h1>
      <p class="lead">{t(now ? 'endedLead' : 'goneLead')}</p>
      <p>
        <LinkButton href="/stops">{t('seeStops')}</LinkButton>
      </p>
    </>
  )
}
