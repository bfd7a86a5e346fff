import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import { type ProposalWord, proposalWords } from '../proposal-words.ts'

type Props = {
  readonly lang: Language
  readonly choices: {
    activities: readonly { id: number; title: string }[]
    places: readonly { id: number; name: string; city: string }[]
  }
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** Proposes a session or a stop: an activity of the catalogue, a place, up to three moments, a word. */
export const NewProposalPage = ({ lang, choices, typed, errors }: Props) => {
  const t = proposalWords(lang)
  const text = (name: string) => typedText(typed, name)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as ProposalWord) : undefined)
  return (
    <>
      <h1>{t('proposeTitle')}</h1>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({
          ...(field !== 'form' && { field }),
          message: t(word as ProposalWord),
        }))}
      />
      <Form action="/partner/proposals">
        <Choice
          name="kind"
          label={t('kind')}
          value={text('kind') || 'session'}
          options={(['session', 'stop'] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Select
          name="activity"
          label={t('activity')}
          value={text('activity')}
          error={wrong('activity')}
          options={[
            { value: '', label: t('noActivity') },
            ...choices.activities.map(({ id, title }) => ({ value: String(id), label: title })),
          ]}
        />
        <Select
          name="place"
          label={t('place')}
          value={text('place')}
          error={wrong('place')}
          options={[
            ...choices.places.map(({ id, name, city }) => ({ value: String(id), label: `${name}, ${city}` })),
            { value: '', label: t('elsewherePlace') },
          ]}
        />
        <Field
          name="elsewhere"
          label={t('elsewhere')}
          value={text('elsewhere')}
          error={wrong('elsewhere')}
          maxLength={120}
          dir="auto"
        />
        {([1, 2, 3] as const).map((number) => (
          <fieldset key={number} class="row">
            <legend>{t(`wish${number}`)}</legend>
            <Field
              name={`day${number}`}
              type="date"
              label={t('wishDay')}
              value={text(`day${number}`)}
              error={wrong(`day${number}`)}
            />
            <Field
              name={`hour${number}`}
              type="time"
              label={t('wishHour')}
              value={text(`hour${number}`) || '14:00'}
              error={wrong(`hour${number}`)}
            />
          </fieldset>
        ))}
        <Field
          name="note"
          label={t('noteLabel')}
          hint={t('noteHint')}
          value={text('note')}
          error={wrong('note')}
          maxLength={200}
          rows={2}
          dir="auto"
        />
        <Button>{t('send')}</Button>
      </Form>
    </>
  )
}
