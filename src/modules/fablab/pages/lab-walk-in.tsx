import { type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayHour } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, type FieldError, Form, Select } from '#ui/form.tsx'
import type { Slot } from '../domain/slots.ts'
import { bookingKinds, type Machine, type Maker } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'

type Props = {
  readonly lang: Language
  readonly date: Temporal.PlainDate
  readonly makers: readonly Maker[]
  readonly slots: readonly { machine: Machine; free: readonly Slot[] }[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** Somebody stands at the door: who, which machine, from when. The same rules hold as on the public page. */
export const LabWalkInPage = ({ lang, date, makers, slots, typed, errors }: Props) => {
  const t = labWords(lang)
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errors.find((error) => error.field === name)?.message,
  })
  const options = slots.flatMap(({ machine, free }) =>
    free.map(({ startsAt }) => ({
      value: `${machine.id}@${startsAt}`,
      label: t('day.slotOption', {
        machine: machine.name,
        hour: sayHour(lang, startsAt.toZonedDateTimeISO(machine.place.timeZone)),
      }),
    })),
  )
  return (
    <>
      <p>
        <a href={`/fablab?on=${date}`}>{t('back')}</a>
      </p>
      <h1>{t('day.walkIn')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      {options.length === 0 && <p>{t('day.noSlot')}</p>}
      <Form action="/fablab/bookings">
        <input type="hidden" name="on" value={date.toString()} />
        <Select {...field('slot')} label={t('day.slot')} options={[{ value: '', label: '…' }, ...options]} />
        <Field
          {...field('slots')}
          label={t('day.slots')}
          inputMode="numeric"
          value={typedText(typed, 'slots') || '1'}
        />
        <Choice
          {...field('kind')}
          value={typedText(typed, 'kind') || 'make'}
          label={t('day.what')}
          options={bookingKinds.map((kind) => ({ value: kind, label: t(`day.what.${kind}`) }))}
        />
        <Select
          {...field('maker')}
          label={t('day.known')}
          options={[
            { value: '', label: t('day.knownNobody') },
            ...makers.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <Field {...field('name')} label={t('day.name')} dir="auto" maxLength={80} autocomplete="off" />
        <Field
          {...field('contact')}
          label={t('day.contact')}
          hint={t('day.contactHint')}
          dir="ltr"
          autocomplete="off"
        />
        <Field
          {...field('birthYear')}
          label={t('day.birthYear')}
          hint={t('optional')}
          inputMode="numeric"
          maxLength={4}
        />
        <Field
          {...field('adult')}
          label={t('day.adultName')}
          hint={t('optional')}
          dir="auto"
          maxLength={80}
        />
        <Field
          {...field('people')}
          label={t('day.people')}
          inputMode="numeric"
          value={typedText(typed, 'people') || '1'}
        />
        <p>
          <Button icon="ok">{t('day.book')}</Button>
        </p>
      </Form>
    </>
  )
}
