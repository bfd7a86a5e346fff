import { type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate, sayHours, sayLength } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, type FieldError, Form } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import type { Slot } from '../domain/slots.ts'
import type { Machine } from '../domain/vocabulary.ts'
import { makersWords } from '../makers-words.ts'
import { drawings } from './machine-words.tsx'

type Props = {
  lang: Language
  machine: Machine
  kind: 'make' | 'induction'
  slot: Slot
  /** Free hours that follow this one without a gap. */
  following: number
  /** Who is there then. */
  supervisor: string | null
  typed: Typed
  errors: readonly FieldError[]
  now: Temporal.Instant
  /** Her own page may say why it cannot be. */
  askHerLink: boolean
}

/** Booking an hour of a machine: a first name, a way to be reached, and whether one is 18. */
export const BookingFormPage = (props: Props) => {
  const { lang, machine, kind, slot, supervisor, now, askHerLink } = props
  const t = makersWords(lang)
  const waits = slot.state === 'taken'
  const zone = machine.place.timeZone
  const [start, end] = [slot.startsAt.toZonedDateTimeISO(zone), slot.endsAt.toZonedDateTimeISO(zone)]
  const title = waits ? 'waitTitle' : kind === 'induction' ? 'inductionTitle' : 'bookTitle'
  return (
    <>
      <h1>{t(title, { machine: machine.name })}</h1>
      <p class="lead">
        <Icon name={drawings[machine.kind]} /> {sayDate(lang, start, now)}, {sayHours(lang, start, end)}
        {supervisor && `, ${t('withTeam', { name: supervisor })}`}
      </p>
      {waits && (
        <Note icon="wait">
          <p>{t('waitLead')}</p>
        </Note>
      )}
      {askHerLink && (
        <Note kind="no" role="alert">
          <p>{t('askLink')}</p>
          <p>
            <a href={`/makers?machine=${machine.id}`}>{t('sendLink')}</a>
          </p>
        </Note>
      )}
      <Fields {...props} waits={waits} />
      <p>
        <a href={`/machines/${machine.id}`}>{t('backToMachine')}</a>
      </p>
    </>
  )
}

const Fields = ({
  lang,
  machine,
  kind,
  slot,
  following,
  typed,
  errors,
  waits,
}: Props & { waits: boolean }) => {
  const t = makersWords(lang)
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message
  const most = Math.min(following + 1, Math.floor(machine.dayMinutes / machine.slotMinutes))
  const text = (name: string) => typedText(typed, name)
  return (
    <Form action={`/machines/${machine.id}/bookings`}>
      <ErrorSummary lang={lang} errors={errors} />
      <input type="hidden" name="at" value={slot.startsAt.toString()} />
      <input type="hidden" name="for" value={kind} />
      {waits && <input type="hidden" name="wait" value="yes" />}
      {!waits && kind === 'make' && most > 1 && (
        <Choice
          name="slots"
          label={t('length')}
          value={text('slots') || '1'}
          options={Array.from({ length: most }, (_, i) => ({
            value: String(i + 1),
            label: sayLength(lang, Temporal.Duration.from({ minutes: (i + 1) * machine.slotMinutes })),
          }))}
        />
      )}
      <Field
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autocomplete="given-name"
        value={text('name')}
        error={wrong('name')}
      />
      <Field
        name="phone"
        type="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        autocomplete="tel"
        value={text('phone')}
        error={wrong('phone')}
      />
      <Field
        name="email"
        type="email"
        label={t('email')}
        autocomplete="email"
        value={text('email')}
        error={wrong('email')}
      />
      <Choice
        name="age"
        label={t('age')}
        value={text('age')}
        error={wrong('age')}
        options={[
          { value: 'adult', label: t('adult') },
          { value: 'minor', label: t('minor') },
        ]}
      />
      <details open={text('age') === 'minor'}>
        <summary>{t('minorMore')}</summary>
        <Field
          name="birthYear"
          label={t('birthYear')}
          inputMode="numeric"
          dir="ltr"
          maxLength={4}
          value={text('birthYear')}
          error={wrong('birthYear')}
        />
        <Field
          name="adult"
          label={t('adultName')}
          hint={t('adultHint')}
          value={text('adult')}
          error={wrong('adult')}
        />
      </details>
      <Button wide icon={waits ? 'wait' : 'ok'}>
        {t(waits ? 'wait' : kind === 'induction' ? 'askInduction' : 'book')}
      </Button>
    </Form>
  )
}
