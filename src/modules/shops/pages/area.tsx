import type { FieldErrors } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form } from '#ui/form.tsx'
import { Island } from '#ui/island.tsx'
import type { AreaOfRules, Rule } from '../domain/rule.ts'
import { type Reading, say } from '../domain/say.ts'
import { type Answers, answers } from '../domain/vocabulary.ts'
import { words } from '../words.ts'

type Props = {
  readonly reading: Reading
  readonly token: string
  readonly area: AreaOfRules
  readonly questions: readonly Rule[]
  /** 1 for the first part. */
  readonly at: number
  readonly total: number
  readonly given: Answers
  readonly errors: FieldErrors
}

/** Reads the page aloud, where the browser can. The page says the same without it. */
const Listen = ({ lang }: { readonly lang: Language }) => (
  <>
    <p hidden class="noprint">
      <button type="button" class="btn alt" id="listen" data-hush={words(lang)('hush')}>
        {words(lang)('listen')}
      </button>
    </p>
    <Island name="aloud" />
  </>
)

/** One part of the questions: a few, each answered with a press. */
export const AreaPage = ({ reading, token, area, questions, at, total, given, errors }: Props) => {
  const { lang, easy } = reading
  const t = words(lang)
  const query = easy ? '?easy=1' : ''
  return (
    <>
      <p class="kind">{t('pageOf', { at, total })}</p>
      <p class="knots" aria-hidden="true">
        {Array.from({ length: total }, (_, i) => (
          <i key={String(i)} class={i + 1 < at ? 'done' : i + 1 === at ? 'now' : undefined} />
        ))}
      </p>
      <h1>{say(area.title, reading)}</h1>
      <Form action={`/shop/${token}/${at}${query}`}>
        <ErrorSummary
          lang={lang}
          errors={
            Object.keys(errors).length > 0
              ? [{ field: Object.keys(errors)[0], message: t('answerMissing') }]
              : []
          }
        />
        {questions.map((rule) => (
          <Choice
            key={rule.id}
            name={rule.id}
            label={say(rule.ask, reading)}
            hint={say(rule.why, reading)}
            value={given[rule.id]}
            error={errors[rule.id] ? t('answerThis') : undefined}
            options={answers
              .filter((answer) => answer !== 'na' || rule.mayNotApply)
              .map((answer) => ({ value: answer, label: t(`answer.${answer}`) }))}
          />
        ))}
        <Button wide onwards>
          {t(at < total ? 'next' : 'seePlan')}
        </Button>
      </Form>
      <p class="row">
        {at > 1 && <a href={`/shop/${token}/${at - 1}${query}`}>{t('back')}</a>}
        {lang === 'fr' && (
          <a href={`/shop/${token}/${at}${easy ? '' : '?easy=1'}`}>{t(easy ? 'easyOff' : 'easyOn')}</a>
        )}
      </p>
      <p class="hint">{t('resume')}</p>
      <Listen lang={lang} />
    </>
  )
}
