import { type Typed, typedText } from '#platform/http/form.ts'
import { type Language, languageCodes } from '#platform/i18n/index.ts'
import { Field } from '#ui/form.tsx'
import { type TextField, textFields } from '../activity-form.ts'
import { type Word, words } from '../activity-words.ts'
import { longest } from '../domain/activity.ts'
import { Remarks } from './activity-remarks.tsx'

type TextsProps = {
  readonly lang: Language
  readonly typed: Typed
  readonly error: (field: string) => string | undefined
}

const rows: Partial<Record<TextField, number>> = { summary: 2, description: 6, bring: 2 }
const hints: Readonly<Record<TextField, Word>> = {
  title: 'titleHint',
  summary: 'summaryHint',
  description: 'descriptionHint',
  bring: 'bringHint',
}

/** Every text: French on one side, its translations beside it, and under each what would make it easier. */
export const TextFields = (props: TextsProps) => (
  <>
    {textFields.map((field) => (
      <div key={field} class="two even">
        <OneText {...props} field={field} textLang="fr" />
        <div class="stack">
          {languageCodes
            .filter((code) => code !== 'fr')
            .map((code) => (
              <OneText key={code} {...props} field={field} textLang={code} />
            ))}
        </div>
      </div>
    ))}
  </>
)

const OneText = ({
  lang,
  typed,
  error,
  field,
  textLang,
}: TextsProps & { field: TextField; textLang: Language }) => {
  const t = words(lang)
  const name = `${textLang}-${field}`
  const value = typedText(typed, name)
  return (
    <div class="stack">
      <Field
        name={name}
        label={t('inLanguage', { field: t(field), language: t(`in.${textLang}`) })}
        hint={textLang === 'fr' ? t(hints[field]) : undefined}
        value={value}
        error={error(name)}
        rows={rows[field]}
        // Room to see what is too long, rather than cut it silently.
        maxLength={longest[field] * 2}
        dir="auto"
      />
      <Remarks lang={lang} text={value} textLang={textLang} />
    </div>
  )
}
