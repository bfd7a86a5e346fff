import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { type ClinicAnswer, clinicAnswerTo } from '../clinic-refusals.ts'
import { clinicWords } from '../clinic-words.ts'
import type { Clinic, ClinicBooking } from '../domain/clinic.ts'
import { ClinicFacts, SlotChoice } from './clinic.tsx'

type Props = {
  readonly lang: Language
  readonly address: string
  readonly booking: ClinicBooking
  readonly clinic: Clinic
  readonly free: readonly Temporal.Instant[]
  readonly now: Temporal.Instant
  readonly refused: ClinicAnswer | null
}

/** What somebody sees by the link of an appointment: when, where, another hour, giving it back. */
export const ClinicBookingPage = ({ lang, address, booking, clinic, free, now, refused }: Props) => {
  const t = clinicWords(lang)
  const isGone = booking.status === 'cancelled'
  const isPast = Temporal.Instant.compare(booking.startsAt ?? clinic.endsAt, now) <= 0
  return (
    <>
      <h1>{t(isGone ? 'bookingGone' : booking.startsAt ? 'booking' : 'bookingWait')}</h1>
      {!isGone && booking.startsAt && (
        <p class="lead">
          <b>{sayMoment(lang, booking.startsAt.toZonedDateTimeISO(clinic.place.timeZone), now)}</b> ·{' '}
          {t(`subject.${clinic.subject}`)}
        </p>
      )}
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(clinicAnswerTo(refused).word)}</p>
        </Note>
      )}
      {isGone ? (
        <p>
          <LinkButton href="/founders/clinics" onwards>
            {t('bookAnother')}
          </LinkButton>
        </p>
      ) : (
        <>
          <p>{t('about', { topic: t(`topic.${booking.topic}`) })}</p>
          <ClinicFacts lang={lang} clinic={clinic} now={now} />
          {!isPast && (
            <>
              {free.length === 0 ? (
                <p>{t('noOther')}</p>
              ) : (
                <Form action={`${address}/slots`} title={t('change')}>
                  <SlotChoice lang={lang} clinic={clinic} free={free} mayWait={false} />
                  <p>
                    <Button icon="ok">{t('take')}</Button>
                  </p>
                </Form>
              )}
              <form method="post" action={`${address}/cancellation`}>
                <Button alt>{t(booking.startsAt ? 'cancel' : 'leave')}</Button>
              </form>
            </>
          )}
        </>
      )}
    </>
  )
}
