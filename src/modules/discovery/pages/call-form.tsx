import { type Typed, typedText } from '#platform/http/form.ts'
import { type Language, languageCodes, languages } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { type Word, words } from '../words.ts'

export type CallErrors = Partial<Record<'name' | 'phone', Word>>
type Props = { lang: Language; typed?: Typed; errors?: CallErrors; near?: string; need?: string | undefined }

/** « Leave your first name and number, a person will call you. » What was typed comes back with what is to mend. */
export const CallForm = ({ lang, typed = {}, errors = {}, near = '', need }: Props) => {
  const t = words(lang)
  const wrong = (field: 'name' | 'phone') => (errors[field] ? t(errors[field]) : undefined)
  const list = (['name', 'phone'] as const).flatMap((field) =>
    errors[field] ? [{ field, message: t(errors[field]) }] : [],
  )
  return (
    <Form action="/call-backs" id="call" title={t('callTitle')}>
      <ErrorSummary lang={lang} errors={list} />
      <p>{t('callLead')}</p>
      <input type="hidden" name="near" value={typedText(typed, 'near') || near} />
      <input type="hidden" name="need" value={typedText(typed, 'need') || (need ?? '')} />
      <Field
        name="name"
        label={t('callName')}
        value={typedText(typed, 'name')}
        error={wrong('name')}
        autocomplete="given-name"
        dir="auto"
      />
      <Field
        name="phone"
        type="tel"
        label={t('callPhone')}
        hint={t('callPhoneHint')}
        value={typedText(typed, 'phone')}
        error={wrong('phone')}
        autocomplete="tel"
      />
      <Choice
        name="language"
        label={t('callLanguage')}
        value={typedText(typed, 'language') || lang}
        options={languageCodes.map((code) => ({ value: code, label: languages[code].ownName, lang: code }))}
      />
      <p>
        <Button icon="call">{t('callAsk')}</Button>
      </p>
    </Form>
  )
}

/** After it: nothing else to do. */
export const CallThanks = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('callThanks')}</h1>
      <p class="lead">{t('callThanksLead')}</p>
      <p>
        <LinkButton href="/" onwards>
          {t('backHome')}
        </LinkButton>
      </p>
    </>
  )
}
