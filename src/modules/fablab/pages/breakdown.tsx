import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, type FieldError, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { breakdownCauses, longestWords } from '../domain/breakdown.ts'
import type { Machine } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'

type Props = {
  readonly lang: Language
  readonly machine: Machine
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** What one reads after aiming a phone at the code on a machine: what is wrong? */
export const BreakdownPage = ({ lang, machine, typed, errors }: Props) => {
  const t = labWords(lang)
  const wrong = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <>
      <h1>{t('bd.title', { machine: machine.name })}</h1>
      <p class="lead">{t('bd.lead')}</p>
      <Note kind="no">
        <p>{t('bd.danger')}</p>
      </Note>
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={`/machines/${machine.id}/breakdown`}>
        <Choice
          name="cause"
          label={t('bd.cause')}
          value={typedText(typed, 'cause')}
          error={wrong('cause')}
          options={breakdownCauses.map((cause) => ({ value: cause, label: t(`bd.cause.${cause}`) }))}
        />
        <Field
          name="words"
          label={t('bd.words')}
          hint={t('bd.wordsHint')}
          value={typedText(typed, 'words')}
          error={wrong('words')}
          maxLength={longestWords}
          dir="auto"
          autocomplete="off"
        />
        <p>
          <Button>{t('bd.send')}</Button>
        </p>
      </Form>
    </>
  )
}

/** The team knows. */
export const BreakdownThanks = ({ lang, machine }: Pick<Props, 'lang' | 'machine'>) => {
  const t = labWords(lang)
  return (
    <>
      <h1>{t('bd.thanks')}</h1>
      <p class="lead">{t('bd.thanksMore')}</p>
      <p>
        <a href={`/machines/${machine.id}`}>{t('bd.toMachine')}</a>
      </p>
    </>
  )
}
