import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { changeableOf, type Rule } from '../domain/rule.ts'
import { type Word, words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly rule: Rule
  readonly typed: Typed
  readonly errors: FieldErrors
}

type Named = 'from' | 'until' | 'deadline' | 'effect' | 'minutes'

/** What staff may change of a rule: looked at before it is saved. */
export const RuleForm = ({ lang, rule, typed, errors }: Props) => {
  const t = words(lang)
  const now = changeableOf(rule)
  const posted = typed.gesture !== undefined
  const value = (name: Named) => (posted ? typedText(typed, name) : String(now[name] ?? ''))
  const line = (name: Named, label: Word) => (
    <Field
      name={name}
      label={t(label)}
      value={value(name)}
      error={errors[name] ? t(errors[name] as Word) : undefined}
      dir="ltr"
      maxLength={10}
    />
  )
  return (
    <Form action={`/ventures/shops/rules/${rule.id}`}>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
      />
      {line('from', 'from')}
      {line('until', 'until')}
      {line('deadline', 'deadline')}
      {line('effect', 'effect')}
      {line('minutes', 'minutesAsked')}
      <Choice
        name="confirm"
        type="checkbox"
        label={t('confirmIt')}
        value={posted ? typedText(typed, 'confirm') : now.confirm ? 'yes' : ''}
        options={[{ value: 'yes', label: t('confirmYes') }]}
      />
      <p class="row">
        <Button alt name="gesture" value="preview">
          {t('preview')}
        </Button>
        <Button name="gesture" value="save">
          {t('save')}
        </Button>
        <Button alt name="gesture" value="back">
          {t('backToFile')}
        </Button>
      </p>
    </Form>
  )
}
