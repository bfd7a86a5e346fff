import { type Typed, typedText } from '#platform/http/form.ts'
import { type Language, languageCodes, languages } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { largestParty } from '../domain/join.ts'
import { type Word, words } from '../words.ts'

/** What went wrong, by field; `form` when it is about the whole. */
export type JoinErrors = Partial<Record<string, Word>>

type Props = {
  lang: Language
  session: number
  full: boolean
  waiting: number
  /** Dates one comes to; one for a session on its own. */
  dates: number
  largest: number
  helpPhone: string
  typed: Typed
  errors: JoinErrors
}

/** « Garder ma chaise »: a first name, a way to be reached, how many. Nothing else must be said. */
export const JoinForm = ({
  lang,
  session,
  full,
  waiting,
  dates,
  largest,
  helpPhone,
  typed,
  errors,
}: Props) => {
  const t = words(lang)
  const wrong = (field: string) => {
    const word = errors[field]
    return word ? t(word) : undefined
  }
  const listed = Object.entries(errors).flatMap(([field, word]) =>
    word ? [{ field: field === 'form' ? undefined : field, message: t(word) }] : [],
  )
  return (
    <Form action={`/sessions/${session}/registrations`} id="garder" title={t(full ? 'joinWait' : 'join')}>
      <ErrorSummary lang={lang} errors={listed} />
      {dates > 1 && (
        <p>
          <b>{t('courseOnce', { count: dates })}</b>
        </p>
      )}
      {full && <p>{t('waitExplained', { waiting })}</p>}
      <Field
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autocomplete="given-name"
        value={typedText(typed, 'name')}
        error={wrong('name')}
      />
      <Field
        name="phone"
        type="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        autocomplete="tel"
        value={typedText(typed, 'phone')}
        error={wrong('phone')}
      />
      <Field
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        autocomplete="email"
        value={typedText(typed, 'email')}
        error={wrong('email')}
      />
      <Choice
        name="party"
        label={t('party')}
        value={typedText(typed, 'party') || '1'}
        error={wrong('party')}
        options={Array.from({ length: Math.min(largest, largestParty) }, (_, i) => ({
          value: String(i + 1),
          label: i === 0 ? t('partyMe') : String(i + 1),
        }))}
      />
      <Choice
        name="language"
        label={t('language')}
        value={typedText(typed, 'language') || lang}
        options={languageCodes.map((code) => ({ value: code, label: languages[code].ownName, lang: code }))}
      />
      <Choice
        name="helper"
        type="checkbox"
        label={t('helper')}
        value={typedText(typed, 'helper')}
        options={[{ value: 'yes', label: t('helperOther') }]}
      />
      <Button wide>{t(full ? 'joinWait' : 'join')}</Button>
      <p>
        {t('talk')} <PhoneLink number={helpPhone} />
      </p>
    </Form>
  )
}
