import type { Town } from '#modules/network/index.ts'
import { WhoFields } from '#modules/people/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form, Select } from '#ui/form.tsx'
import type { Reading } from '../domain/say.ts'
import { type Word, words } from '../path-words.ts'

type Props = {
  readonly reading: Reading
  /** Answers brought along from « where am I », as an address carries them. */
  readonly position: string | null
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly path: string
  readonly towns: readonly Town[]
}

/** Setting out: a centre, and if one wishes a first name and a phone. */
export const StartForm = ({ reading: { lang }, path, towns, position, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  return (
    <Form action="/learners" title={t('startTitle')}>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
      />
      <p>{t('startLead')}</p>
      <input type="hidden" name="path" value={path} />
      <Select
        name="centre"
        label={t('centre')}
        value={typedText(typed, 'centre')}
        error={wrong('centre')}
        options={[
          { value: '', label: t('centreChoose') },
          ...towns.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <WhoFields
        labels={{
          name: t('name'),
          nameHint: t('optional'),
          contact: t('contact'),
          contactHint: t('contactHint'),
        }}
        typed={typed}
        wrong={wrong}
      />
      {position && (
        <>
          <input type="hidden" name="a" value={position} />
          <Choice
            name="keepAnswers"
            type="checkbox"
            label={t('answers')}
            value={typedText(typed, 'keepAnswers')}
            options={[{ value: 'yes', label: t('answersKeep') }]}
          />
        </>
      )}
      <p>
        <Button wide icon="ok">
          {t('start')}
        </Button>
      </p>
      <p class="hint">{t('keptFor')}</p>
    </Form>
  )
}
