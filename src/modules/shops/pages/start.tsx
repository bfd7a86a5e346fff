import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { sectors, sizes } from '../domain/vocabulary.ts'
import { writtenRules } from '../read-rules.ts'
import { type Word, words } from '../words.ts'

type Props = { readonly lang: Language; readonly typed: Typed; readonly errors: FieldErrors }

/** Where does my shop stand: what it is, and three questions to begin. */
export const StartPage = ({ lang, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead', { count: writtenRules().length })}</p>
      <p>{t('free')}</p>
      <Form action="/shop">
        <ErrorSummary
          lang={lang}
          errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
        />
        <Field
          name="town"
          label={t('town')}
          hint={t('townHint')}
          value={typedText(typed, 'town')}
          error={wrong('town')}
          autocomplete="address-level2"
        />
        <Choice
          name="sector"
          label={t('sector')}
          value={typedText(typed, 'sector')}
          error={wrong('sector')}
          options={sectors.map((sector) => ({ value: sector, label: t(`sector.${sector}`) }))}
        />
        <Choice
          name="size"
          label={t('size')}
          value={typedText(typed, 'size')}
          error={wrong('size')}
          options={sizes.map((size) => ({ value: size, label: t(`size.${size}`) }))}
        />
        <Button wide onwards>
          {t('begin')}
        </Button>
      </Form>
    </>
  )
}
