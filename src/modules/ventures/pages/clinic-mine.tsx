import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { typedText } from '#platform/http/form.ts'
import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { type ClinicAnswer, clinicAnswerTo } from '../clinic-refusals.ts'
import { type ClinicWord, clinicWords } from '../clinic-words.ts'
import type { Clinic, ClinicBooking } from '../domain/clinic.ts'
import { ClinicFacts, SlotChoice, TopicChoice } from './clinic.tsx'

export interface MyClinic {
  booking: ClinicBooking
  clinic: Clinic
  /** The page of the appointment. */
  link: string
}

/** On a founder’s own page: her appointments with experts, and the way to another. */
export const MyClinics = ({
  lang,
  address,
  mine,
  now,
}: {
  readonly lang: Language
  readonly address: string
  readonly mine: readonly MyClinic[]
  readonly now: Temporal.Instant
}) => {
  const t = clinicWords(lang)
  return (
    <section class="stack" aria-labelledby="experts">
      <h2 id="experts">{t('mine')}</h2>
      {mine.length === 0 ? (
        <p>{t('mineNone')}</p>
      ) : (
        <ul class="needs">
          {mine.map(({ booking, clinic, link }) => (
            <li key={booking.id}>
              <a href={link}>
                <Icon name="clinic" />
                <span>
                  {t(`subject.${clinic.subject}`)}
                  <small class="hint">
                    {booking.startsAt
                      ? sayMoment(lang, booking.startsAt.toZonedDateTimeISO(clinic.place.timeZone), now)
                      : t('bookingWait')}
                  </small>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <LinkButton alt href={`${address}/clinics`} onwards>
          {t('title')}
        </LinkButton>
      </p>
    </section>
  )
}

type Props = {
  readonly lang: Language
  readonly address: string
  readonly clinics: readonly { clinic: Clinic; free: readonly Temporal.Instant[] }[]
  readonly now: Temporal.Instant
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly refused: ClinicAnswer | null
}

/** A founder books without typing her name again: one form for each clinic of her centre. */
export const ClinicsForHer = ({ lang, address, clinics, now, typed, errors, refused }: Props) => {
  const t = clinicWords(lang)
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <p>{t('sentRule')}</p>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(clinicAnswerTo(refused).word)}</p>
        </Note>
      )}
      {clinics.length === 0 && <p>{t('none')}</p>}
      {clinics.map(({ clinic, free }) => {
        const isThis = typedText(typed, 'clinic') === String(clinic.id)
        const wrong = (field: string) =>
          isThis && errors[field] ? t(errors[field] as ClinicWord) : undefined
        return (
          <section key={clinic.id} class="stack">
            <h2>{t(`subject.${clinic.subject}`)}</h2>
            <ClinicFacts lang={lang} clinic={clinic} now={now} />
            <details open={isThis}>
              <summary>{t('book')}</summary>
              <Form action={`${address}/clinics`}>
                <input type="hidden" name="clinic" value={clinic.id} />
                <SlotChoice
                  lang={lang}
                  clinic={clinic}
                  free={free}
                  mayWait
                  value={isThis ? typedText(typed, 'slot') : ''}
                  error={wrong('slot')}
                />
                <TopicChoice
                  lang={lang}
                  clinic={clinic}
                  value={isThis ? typedText(typed, 'topic') : ''}
                  error={wrong('topic')}
                />
                <p>
                  <Button icon="ok">{t('book')}</Button>
                </p>
              </Form>
            </details>
          </section>
        )
      })}
      <p>
        <a href={address}>{t('back')}</a>
      </p>
    </>
  )
}
