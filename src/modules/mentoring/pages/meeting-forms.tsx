import { typedText } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { Field, Form, Select } from '#ui/form.tsx'
import { nextSteps, ways } from '../domain/profile.ts'
import { words } from '../words.ts'
import { sayWrong } from './profile-fields.tsx'
import type { MatchProps } from './seen-match.ts'

/** Fields of a form that came back are filled again, those of the other are empty. */
const filled = ({ typed, errors, seen, lang }: MatchProps, form: string) => {
  const isIt = typedText(typed, 'match') === String(seen.match.id) && typedText(typed, 'form') === form
  const wrong = sayWrong(lang, isIt ? errors : {})
  return { text: (name: string) => (isIt ? typedText(typed, name) : ''), wrong, isIt }
}

/** Proposing when to meet. */
export const ProposeForm = (props: MatchProps) => {
  const { lang, address, seen } = props
  const t = words(lang)
  const { text, wrong, isIt } = filled(props, 'propose')
  const id = (name: string) => `${name}-p${seen.match.id}`
  return (
    <details open={isIt || undefined}>
      <summary>{t('proposeTitle')}</summary>
      <Form action={`${address}/meetings`}>
        <input type="hidden" name="match" value={seen.match.id} />
        <input type="hidden" name="form" value="propose" />
        <Field
          id={id('day')}
          name="day"
          type="date"
          label={t('day')}
          value={text('day')}
          error={wrong('day')}
        />
        <Field
          id={id('hour')}
          name="hour"
          type="time"
          label={t('hour')}
          value={text('hour')}
          error={wrong('hour')}
        />
        <Select
          id={id('how')}
          name="how"
          label={t('how')}
          value={text('how') || 'centre'}
          error={wrong('how')}
          options={ways.map((way) => ({ value: way, label: t(`how.${way}`) }))}
        />
        <p>
          <Button icon="ok">{t('propose')}</Button>
        </p>
      </Form>
    </details>
  )
}

/** Noting a meeting that took place. */
export const NoteForm = (props: MatchProps) => {
  const { lang, address, seen } = props
  const t = words(lang)
  const { text, wrong, isIt } = filled(props, 'note')
  const id = (name: string) => `${name}-n${seen.match.id}`
  return (
    <details open={isIt || undefined}>
      <summary>{t('noteTitle')}</summary>
      <Form action={`${address}/notes`}>
        <input type="hidden" name="match" value={seen.match.id} />
        <input type="hidden" name="form" value="note" />
        <Field
          id={id('day')}
          name="day"
          type="date"
          label={t('day')}
          value={text('day')}
          error={wrong('day')}
        />
        <Field
          id={id('minutes')}
          name="minutes"
          type="number"
          inputMode="numeric"
          label={t('minutes')}
          value={text('minutes')}
          error={wrong('minutes')}
        />
        <Select
          id={id('how')}
          name="how"
          label={t('how')}
          value={text('how') || 'centre'}
          error={wrong('how')}
          options={ways.map((way) => ({ value: way, label: t(`how.${way}`) }))}
        />
        <Select
          id={id('next')}
          name="next"
          label={t('next')}
          value={text('next')}
          options={[
            { value: '', label: t('nextNone') },
            ...nextSteps.map((step) => ({ value: step, label: t(`next.${step}`) })),
          ]}
        />
        <Field
          id={id('words')}
          name="words"
          label={t('note')}
          hint={t('noteHint')}
          maxLength={120}
          value={text('words')}
          error={wrong('words')}
          dir="auto"
        />
        <p>
          <Button icon="ok">{t('noteIt')}</Button>
        </p>
      </Form>
    </details>
  )
}
