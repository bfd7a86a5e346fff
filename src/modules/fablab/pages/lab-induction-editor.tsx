import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field, type FieldError, Form } from '#ui/form.tsx'
import { type LabWord, labWords } from '../lab-words.ts'

type Props = {
  readonly lang: Language
  /** Null: a new one, which also needs a short name. */
  readonly id: number | null
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const lines = [
  ['titleFr', 'in.titleFr', 'ltr'],
  ['summaryFr', 'in.summaryFr', 'ltr'],
  ['titleEn', 'in.titleEn', 'ltr'],
  ['summaryEn', 'in.summaryEn', 'ltr'],
  ['titleAr', 'in.titleAr', 'auto'],
  ['summaryAr', 'in.summaryAr', 'auto'],
] as const satisfies readonly (readonly [string, LabWord, 'ltr' | 'auto'])[]

/** An induction of this centre: what is shown, for how long it holds. */
export const LabInductionEditor = ({ lang, id, typed, errors }: Props) => {
  const t = labWords(lang)
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errors.find((error) => error.field === name)?.message,
  })
  return (
    <>
      <p>
        <a href="/fablab/inductions">{t('in.title')}</a>
      </p>
      <h1>{id === null ? t('in.new') : typedText(typed, 'titleFr')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      <p class="hint">{t('in.keeps')}</p>
      <Form action={id === null ? '/fablab/inductions' : `/fablab/inductions/${id}`}>
        {id === null && (
          <Field {...field('slug')} label={t('in.slug')} hint={t('in.slugHint')} dir="ltr" maxLength={40} />
        )}
        {lines.map(([name, word, dir]) => (
          <Field
            key={name}
            {...field(name)}
            label={t(word)}
            dir={dir}
            maxLength={name.startsWith('title') ? 60 : 200}
          />
        ))}
        <Field
          {...field('validMonths')}
          label={t('in.validMonths')}
          hint={t('in.validHint')}
          inputMode="numeric"
        />
        <Field
          {...field('unusedMonths')}
          label={t('in.unusedMonths')}
          hint={t('in.unusedHint')}
          inputMode="numeric"
        />
        <p>
          <Button icon="ok">{t('save')}</Button>
        </p>
      </Form>
    </>
  )
}
