import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field, type FieldError, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { ruleBounds, ruleNames } from '../domain/lab-rules.ts'
import { labWords } from '../lab-words.ts'

type Props = {
  readonly lang: Language
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly said: boolean
}

/** The rules of the lab in six numbers. */
export const LabRulesPage = ({ lang, typed, errors, said }: Props) => {
  const t = labWords(lang)
  return (
    <>
      <h1>{t('ru.title')}</h1>
      <p class="lead">{t('ru.lead')}</p>
      <ErrorSummary lang={lang} errors={errors} />
      {said && (
        <Note role="status">
          <p>{t('saved')}</p>
        </Note>
      )}
      <Form action="/fablab/rules">
        {ruleNames.map((name) => {
          const [least, most] = ruleBounds[name]
          return (
            <Field
              key={name}
              name={name}
              label={t(`ru.${name}`)}
              hint={t('ru.wrong', { least, most })}
              value={typedText(typed, name)}
              error={errors.find(({ field }) => field === name)?.message}
              inputMode="numeric"
              maxLength={3}
            />
          )
        })}
        <p>
          <Button icon="ok">{t('save')}</Button>
        </p>
      </Form>
    </>
  )
}
