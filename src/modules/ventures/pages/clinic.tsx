import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate, sayHour, sayHours, sayLanguages } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { type ClinicAnswer, clinicAnswerTo } from '../clinic-refusals.ts'
import { type ClinicWord, clinicWords } from '../clinic-words.ts'
import { type Clinic, topicsOf } from '../domain/clinic.ts'

/** What, with whom, when and where. */
export const ClinicFacts = ({
  lang,
  clinic,
  now,
}: {
  readonly lang: Language
  readonly clinic: Clinic
  readonly now: Temporal.Instant
}) => {
  const t = clinicWords(lang)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(clinic.place.timeZone)
  return (
    <ul>
      <li>
        <Icon name="helper" /> {t('with', { who: clinic.expert })}
      </li>
      <li>
        <Icon name="cal" /> {sayDate(lang, local(clinic.startsAt), now)},{' '}
        {sayHours(lang, local(clinic.startsAt), local(clinic.endsAt))}
      </li>
      <li>
        <Icon name="pin" />{' '}
        <bdi lang="fr">
          {clinic.place.name}, {clinic.place.city}
        </bdi>
      </li>
      <li>
        <Icon name="lang" /> {sayLanguages(lang, clinic.languages)}
      </li>
    </ul>
  )
}

type SlotProps = {
  readonly lang: Language
  readonly clinic: Clinic
  readonly free: readonly Temporal.Instant[]
  readonly value?: string
  readonly error?: string | undefined
  /** One may also wait. */
  readonly mayWait: boolean
}

/** The hours that are free, each a big label. */
export const SlotChoice = ({ lang, clinic, free, value, error, mayWait }: SlotProps) => {
  const t = clinicWords(lang)
  return (
    <Choice
      name="slot"
      label={t('slot')}
      hint={free.length === 0 ? t('slotFull') : undefined}
      value={value}
      error={error}
      options={[
        ...free.map((slot) => ({
          value: slot.toString(),
          label: sayHour(lang, slot.toZonedDateTimeISO(clinic.place.timeZone)),
        })),
        ...(mayWait ? [{ value: 'wait', label: t('slotWait') }] : []),
      ]}
    />
  )
}

/** What it is about, in ready words. */
export const TopicChoice = ({
  lang,
  clinic,
  value,
  error,
}: {
  lang: Language
  clinic: Clinic
  value: string
  error: string | undefined
}) => {
  const t = clinicWords(lang)
  return (
    <Choice
      name="topic"
      label={t('topic')}
      value={value}
      error={error}
      options={topicsOf[clinic.subject].map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))}
    />
  )
}

type Props = {
  readonly lang: Language
  readonly clinic: Clinic
  readonly free: readonly Temporal.Instant[]
  readonly now: Temporal.Instant
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly refused: ClinicAnswer | null
}

/** A clinic, its free hours, and booking one without an account. */
export const ClinicPage = ({ lang, clinic, free, now, typed, errors, refused }: Props) => {
  const t = clinicWords(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as ClinicWord) : undefined)
  const isOver = Temporal.Instant.compare(clinic.endsAt, now) <= 0
  return (
    <>
      <h1>{t(`subject.${clinic.subject}`)}</h1>
      <ClinicFacts lang={lang} clinic={clinic} now={now} />
      {refused && refused !== 'form' && (
        <Note kind="no" role="alert">
          <p>{t(clinicAnswerTo(refused).word)}</p>
        </Note>
      )}
      {clinic.cancelled || isOver ? (
        <Note kind="no">
          <p>{t(clinic.cancelled ? 'refused.clinic-cancelled' : 'refused.clinic-over')}</p>
        </Note>
      ) : (
        <Form action={`/founders/clinics/${clinic.id}`}>
          <ErrorSummary
            lang={lang}
            errors={Object.entries(errors).map(([field, word]) => ({
              field,
              message: t(word as ClinicWord),
            }))}
          />
          <SlotChoice
            lang={lang}
            clinic={clinic}
            free={free}
            mayWait
            value={typedText(typed, 'slot') || (free.length === 0 ? 'wait' : '')}
            error={wrong('slot')}
          />
          <TopicChoice lang={lang} clinic={clinic} value={typedText(typed, 'topic')} error={wrong('topic')} />
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
          <p>
            <Button wide icon="ok">
              {t('book')}
            </Button>
          </p>
        </Form>
      )}
      <p>
        <a href="/founders/clinics">{t('seeAll')}</a>
      </p>
    </>
  )
}
