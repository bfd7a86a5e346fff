import { Button } from '#ui/button.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { type StopWord, stopWords } from '../stop-words.ts'
import { type Found, StopClash } from './stop-clash.tsx'
import { type FieldsProps, NewPlaceFields, OutingFields, PlaceField, WhenFields } from './stop-fields.tsx'

type Props = FieldsProps & {
  /** What the wish runs into, and the address of the same wish at another time. */
  readonly found: (Found & { timeZone: string; link: (at: Temporal.ZonedDateTime) => string }) | null
}

/** Plans a stop: where, when, who and what. What was typed comes back with what stands in the way. */
export const NewStopPage = (props: Props) => {
  const { lang, errors, found } = props
  const t = stopWords(lang)
  return (
    <>
      <p class="kind">{t('stops')}</p>
      <h1>{t('newTitle')}</h1>
      <p class="lead">{t('newLead')}</p>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({
          ...(field !== 'form' && { field }),
          message: t(word as StopWord),
        }))}
      />
      {found && <StopClash lang={lang} timeZone={found.timeZone} found={found} link={found.link} />}
      <Form action="/plan/stops">
        <h2>{t('where')}</h2>
        <PlaceField {...props} withNew />
        <NewPlaceFields {...props} />
        <h2>{t('when')}</h2>
        <WhenFields {...props} />
        <h2>{t('who')}</h2>
        <OutingFields {...props} />
        <Button>{t('plan')}</Button>
      </Form>
    </>
  )
}
