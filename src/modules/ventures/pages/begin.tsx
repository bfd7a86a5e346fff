import type { Town } from '#modules/network/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, Field, Form } from '#ui/form.tsx'
import { type Word, words } from '../words.ts'
import { IdeaFields, sayWrong } from './profile-fields.tsx'

type Props = {
  readonly lang: Language
  readonly town: Town
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** Beginning: an idea in a sentence, where one is, a first name and a way to be reached. */
export const BeginPage = ({ lang, town, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = sayWrong(lang, errors)
  return (
    <>
      <h1>{t('formTitle', { centre: town.name })}</h1>
      <p>
        <a href="/founders#where">{t('otherTown')}</a>
      </p>
      <Form action="/founders">
        <ErrorSummary
          lang={lang}
          errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
        />
        <input type="hidden" name="centre" value={town.slug} />
        <IdeaFields lang={lang} typed={typed} errors={errors} />
        <Field
          name="name"
          label={t('name')}
          value={typedText(typed, 'name')}
          error={wrong('name')}
          autocomplete="given-name"
          dir="auto"
        />
        <Field
          name="contact"
          label={t('contact')}
          hint={t('contactHint')}
          value={typedText(typed, 'contact')}
          error={wrong('contact')}
          autocomplete="tel"
          dir="ltr"
        />
        <p class="hint">{t('keptFor')}</p>
        <p>
          <Button wide onwards>
            {t('begin')}
          </Button>
        </p>
      </Form>
    </>
  )
}

/** After beginning, whether the contact was known or not. */
export const BegunPage = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('sentTitle')}</h1>
      <p class="lead">{t('sentLead')}</p>
      <p>{t('sentNothing')}</p>
    </>
  )
}

/** A page with a title, a sentence and the way out: a link that opens nothing, or all erased. */
export const LastWord = ({ lang, title, said }: { lang: Language; title: Word; said: Word }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t(title)}</h1>
      <p class="lead">{t(said)}</p>
      <p>
        <LinkButton href="/" onwards>
          {t('toFront')}
        </LinkButton>
      </p>
    </>
  )
}
