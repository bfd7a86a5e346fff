import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field, Form } from '#ui/form.tsx'
import { words } from '../words.ts'

/** Asks for the six digits. The same page whoever asked: it does not say whether a code left. */
export const Enter = ({
  lang,
  to,
  wrong,
}: {
  readonly lang: Language
  readonly to: string
  readonly wrong?: boolean | undefined
}) => {
  const t = words(lang)
  const error = wrong ? t('codeWrong') : undefined
  return (
    <>
      <h1>{t('codeTitle')}</h1>
      <ErrorSummary lang={lang} errors={error ? [{ field: 'code', message: error }] : []} />
      <p class="lead">{t('codeLead')}</p>
      <Form action="/sign-in">
        <input type="hidden" name="to" value={to} />
        <Field
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          error={error}
          dir="ltr"
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={20}
        />
        <Button wide onwards>
          {t('enter')}
        </Button>
      </Form>
      <p>
        <a href={`/sign-in?to=${encodeURIComponent(to)}`}>{t('another')}</a>
      </p>
    </>
  )
}
