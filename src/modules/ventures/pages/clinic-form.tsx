import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, Field, type FieldError, Form, Select } from '#ui/form.tsx'
import { clinicWords } from '../clinic-words.ts'
import type { Here } from '../db/clinics.ts'
import { subjects } from '../domain/clinic.ts'
import { spokenLanguages } from '../domain/vocabulary.ts'

type Props = {
  readonly lang: Language
  readonly here: Here
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** Opening a clinic: on what, who receives, where and when; once, or every week. */
export const ClinicForm = ({ lang, here, typed, errors }: Props) => {
  const t = clinicWords(lang)
  const tongue = new Intl.DisplayNames(lang, { type: 'language' })
  const field = (name: string, otherwise = '') => ({
    name,
    value: typedText(typed, name) || otherwise,
    error: errors.find((error) => error.field === name)?.message,
  })
  return (
    <Form action="/ventures/clinics" title={t('add')}>
      <Select
        {...field('subject')}
        label={t('subject')}
        options={subjects.map((code) => ({ value: code, label: t(`subject.${code}`) }))}
      />
      <Select
        {...field('host')}
        label={t('host')}
        options={[
          { value: '', label: t('hostOutside') },
          ...here.members.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <Field {...field('expert')} label={t('expert')} maxLength={80} dir="auto" />
      <Choice
        name="languages"
        type="checkbox"
        label={t('languages')}
        value={typed.languages === undefined ? ['fr'] : [typed.languages].flat()}
        error={errors.find((error) => error.field === 'languages')?.message}
        options={spokenLanguages.map((code) => ({ value: code, label: tongue.of(code) ?? code }))}
      />
      <Select
        {...field('room')}
        label={t('room')}
        options={here.rooms.map(({ id, name, place }) => ({
          value: String(id),
          label: `${name} · ${place}`,
          lang: 'fr',
        }))}
      />
      <div class="ask">
        <Field {...field('day')} type="date" label={t('day')} />
        <Field {...field('from', '14:00')} type="time" label={t('from')} />
        <Field {...field('to', '17:00')} type="time" label={t('to')} />
        <Field {...field('slot', '30')} type="number" label={t('slotLength')} />
      </div>
      <Field {...field('until')} type="date" label={t('until')} hint={t('untilHint')} />
      <p>
        <Button icon="plus">{t('add')}</Button>
      </p>
    </Form>
  )
}
