import type { Language } from '#platform/i18n/index.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field, Form } from '#ui/form.tsx'
import { words } from '../words.ts'

type AskProps = {
  readonly lang: Language
  /** The page to come back to. */
  readonly to: string
  readonly typed?: string | undefined
  readonly error?: string | undefined
  /** In the demo: the roles one may enter as. */
  readonly demo: readonly MemberRole[]
}

/** The one question of signing in: where shall we send the code? */
export const Ask = ({ lang, to, typed, error, demo }: AskProps) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('signIn')}</h1>
      <ErrorSummary lang={lang} errors={error ? [{ field: 'contact', message: error }] : []} />
      <p class="lead">{t('signInLead')}</p>
      <Form action="/sign-in/codes">
        <input type="hidden" name="to" value={to} />
        <Field
          name="contact"
          label={t('contact')}
          hint={t('contactHint')}
          error={error}
          value={typed}
          dir="ltr"
          autocomplete="username"
          maxLength={254}
        />
        <Button wide onwards>
          {t('sendCode')}
        </Button>
      </Form>
      {demo.length > 0 && (
        <section class="stack" aria-labelledby="demo">
          <h2 id="demo">{t('demoTitle')}</h2>
          <p>{t('demoLead')}</p>
          <form class="stack" method="post" action="/sign-in/demo">
            <input type="hidden" name="to" value={to} />
            {demo.map((role) => (
              <Button key={role} alt wide name="role" value={role}>
                {t(`as-${role}`)}
              </Button>
            ))}
          </form>
        </section>
      )}
    </>
  )
}
