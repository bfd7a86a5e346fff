import type { nomadic } from '#modules/network/index.ts'
import { typedText } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { mostLegs, roundRepeats } from '../domain/round-form.ts'
import { type RoundWord, roundWords } from '../round-words.ts'
import { type FieldsProps, OutingFields } from './stop-fields.tsx'

type Props = FieldsProps & { readonly problems: readonly nomadic.LegProblem[] }

/** Describes a round: its legs, when it comes back, who and what goes. Its dates are shown next. */
export const NewRoundPage = (props: Props) => {
  const { lang, typed, errors, problems } = props
  const t = roundWords(lang)
  const text = (name: string) => typedText(typed, name)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as RoundWord) : undefined)
  return (
    <>
      <p class="kind">{t('title')}</p>
      <h1>{t('newTitle')}</h1>
      <p class="lead">{t('newLead')}</p>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({
          ...(field !== 'form' && { field }),
          message: t(word as RoundWord),
        }))}
      />
      {problems.length > 0 && (
        <Note kind="no" role="alert">
          <p>
            <b>{t('legs-impossible')}</b>
          </p>
          <ul>
            {problems.map((problem) => (
              <li key={problem.leg}>{sayProblem(lang, problem)}</li>
            ))}
          </ul>
        </Note>
      )}
      <Form action="/plan/rounds/dates" method="get">
        <Field
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          value={text('name')}
          error={wrong('name')}
        />
        <h2>{t('legs')}</h2>
        {Array.from({ length: mostLegs }, (_, i) => i + 1).map((number) => (
          <LegFields key={number} {...props} number={number} />
        ))}
        <h2>{t('when')}</h2>
        <div class="row">
          <Field name="day" type="date" label={t('day')} value={text('day')} error={wrong('day')} />
          <Field
            name="weeks"
            label={t('weeks')}
            inputMode="numeric"
            value={text('weeks') || 8}
            error={wrong('weeks')}
          />
        </div>
        <Choice
          name="repeat"
          label={t('repeat')}
          value={text('repeat') || 'weekly'}
          options={roundRepeats.map((repeat) => ({ value: repeat, label: t(`repeat.${repeat}`) }))}
        />
        <Choice
          name="skips"
          type="checkbox"
          label={t('skips')}
          value={'day' in typed ? [typed.skips ?? []].flat() : ['public-holidays']}
          options={(['public-holidays', 'school-holidays'] as const).map((skip) => ({
            value: skip,
            label: t(`skip.${skip}`),
          }))}
        />
        <OutingFields {...props} errors={{}} />
        <Button onwards>{t('see')}</Button>
      </Form>
    </>
  )
}

/** What makes a day impossible, in a sentence with the minutes that are missing. */
function sayProblem(lang: FieldsProps['lang'], problem: nomadic.LegProblem): string {
  const t = roundWords(lang)
  const leg = problem.leg + 1
  if (problem.why === 'ends-before-it-starts') return t('ends-before-it-starts', { leg })
  const { needed, given } = problem
  return t(given < 0 ? 'too-early.overlap' : 'too-early', { leg, needed, given })
}

const LegFields = ({ lang, choices, typed, errors, number }: FieldsProps & { readonly number: number }) => {
  const t = roundWords(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as RoundWord) : undefined)
  return (
    <fieldset class="row">
      <legend>{t('leg', { number })}</legend>
      <Select
        name={`place${number}`}
        label={t('place')}
        value={typedText(typed, `place${number}`)}
        error={wrong(`place${number}`)}
        options={[
          { value: '', label: t('noPlace') },
          ...choices.places.map(({ id, name, city }) => ({ value: String(id), label: `${name}, ${city}` })),
        ]}
      />
      <Field
        name={`from${number}`}
        type="time"
        label={t('from')}
        value={typedText(typed, `from${number}`)}
        error={wrong(`from${number}`)}
      />
      <Field
        name={`to${number}`}
        type="time"
        label={t('to')}
        value={typedText(typed, `to${number}`)}
        error={wrong(`to${number}`)}
      />
    </fieldset>
  )
}
