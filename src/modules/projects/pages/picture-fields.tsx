import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Field } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { type Word, words } from '../words.ts'

type UploadProps = {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly error: string | undefined
  readonly accept: string
}

/** A file to bring in. A browser never gives one back: the page says what is wrong, and it is chosen again. */
export const Upload = ({ name, label, hint, error, accept }: UploadProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    <span class="hint" id={`${name}-h`}>
      {hint}
    </span>
    <input
      id={name}
      name={name}
      type="file"
      accept={accept}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error ? `${name}-e ${name}-h` : `${name}-h`}
    />
    {error && (
      <span class="bad" id={`${name}-e`}>
        <Icon name="no" /> {error}
      </span>
    )}
  </div>
)

type Props = {
  readonly lang: Language
  readonly label: string
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** A picture, and what it shows in a few words. */
export const PictureFields = ({ lang, label, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  return (
    <>
      <Upload
        name="picture"
        label={label}
        hint={t('pictureHint')}
        error={wrong('picture')}
        accept="image/jpeg,image/png,image/webp"
      />
      <Field
        name="alt"
        label={t('alt')}
        hint={t('altHint')}
        error={wrong('alt')}
        value={typedText(typed, 'alt')}
        maxLength={140}
        dir="auto"
      />
    </>
  )
}
