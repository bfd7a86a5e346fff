import type { Typed } from '#platform/http/form.ts'
import { type Language, sayDate, sayHour, sayHours } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, type FieldError } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { clinicWords } from '../clinic-words.ts'
import type { Here } from '../db/clinics.ts'
import { type Clinic, type ClinicBooking, slotsOf } from '../domain/clinic.ts'
import type { OpenHours } from '../read-clinics.ts'
import { ClinicForm } from './clinic-form.tsx'

type Props = {
  readonly lang: Language
  readonly here: Here
  readonly clinics: readonly OpenHours[]
  readonly now: Temporal.Instant
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly added: number
}

/** The clinics to come, how full each is, and adding one or one every week. */
export const ClinicsTeamPage = ({ lang, here, clinics, now, typed, errors, added }: Props) => {
  const t = clinicWords(lang)
  return (
    <>
      <h1>{t('team')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      {added > 0 && (
        <Note role="status">
          <p>{t('added', { count: added })}</p>
        </Note>
      )}
      {clinics.length === 0 && <p>{t('teamNone')}</p>}
      <ul class="wl">
        {clinics.map(({ clinic, free, waiting }) => {
          const of = slotsOf(clinic).length
          const booked = of - free.length
          const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(clinic.place.timeZone)
          return (
            <li key={clinic.id}>
              <span>
                <a href={`/ventures/clinics/${clinic.id}`}>
                  <b>
                    {sayDate(lang, local(clinic.startsAt), now)},{' '}
                    {sayHours(lang, local(clinic.startsAt), local(clinic.endsAt))}
                  </b>
                </a>
                <small>
                  {t(`subject.${clinic.subject}`)} · {t('with', { who: clinic.expert })} ·{' '}
                  <bdi lang="fr">{clinic.space ?? clinic.place.name}</bdi>
                </small>
              </span>
              <span>
                {booked === 0 ? <b class="bad">{t('empty')}</b> : t('slots', { booked, of })}{' '}
                <small>{t('waitingCount', { count: waiting })}</small>
              </span>
            </li>
          )
        })}
      </ul>
      <ClinicForm lang={lang} here={here} typed={typed} errors={errors} />
    </>
  )
}

type DayProps = {
  readonly lang: Language
  readonly clinic: Clinic
  readonly bookings: readonly ClinicBooking[]
  readonly now: Temporal.Instant
}

/** One clinic: who comes at what hour and about what, to mark and to print; who waits; calling it off. */
export const ClinicDayPage = ({ lang, clinic, bookings, now }: DayProps) => {
  const t = clinicWords(lang)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(clinic.place.timeZone)
  const address = `/ventures/clinics/${clinic.id}`
  const waiting = bookings.filter(({ status }) => status === 'waiting')
  const isPast = Temporal.Instant.compare(clinic.endsAt, now) <= 0
  return (
    <>
      <p class="noprint">
        <a href="/ventures/clinics">{t('team')}</a>
      </p>
      <h1>{t(`subject.${clinic.subject}`)}</h1>
      <p class="lead">
        {sayDate(lang, local(clinic.startsAt), now)},{' '}
        {sayHours(lang, local(clinic.startsAt), local(clinic.endsAt))} · {t('with', { who: clinic.expert })} ·{' '}
        <bdi lang="fr">{clinic.space ?? clinic.place.name}</bdi>
      </p>
      {clinic.cancelled && (
        <Note kind="no">
          <p>{t('cancelled')}</p>
        </Note>
      )}
      <h2>{t('list')}</h2>
      <ul class="wl">
        {slotsOf(clinic).map((slot) => {
          const booking = bookings.find(
            ({ startsAt }) => startsAt && Temporal.Instant.compare(startsAt, slot) === 0,
          )
          return (
            <li key={slot.toString()}>
              <b>{sayHour(lang, local(slot))}</b>
              {booking ? (
                <Comer lang={lang} booking={booking} address={address} />
              ) : (
                <span>{t('freeSlot')}</span>
              )}
            </li>
          )
        })}
      </ul>
      {waiting.length > 0 && (
        <>
          <h2>{t('waiting')}</h2>
          <ul class="wl">
            {waiting.map((booking) => (
              <li key={booking.id}>
                <bdi>{booking.name}</bdi> <span>{t(`topic.${booking.topic}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hint noprint">{t('printHint')}</p>
      {!clinic.cancelled && !isPast && (
        <details class="noprint">
          <summary>{t('cancelClinic')}</summary>
          <form class="stack" method="post" action={`${address}/cancellation`}>
            <p>{t('cancelWho', { count: bookings.length })}</p>
            <Button alt icon="warn" name="sure" value="yes">
              {t('cancelSure')}
            </Button>
          </form>
        </details>
      )}
    </>
  )
}

/** Somebody who comes: a first name, a topic, a language, and whether she came. */
const Comer = ({ lang, booking, address }: { lang: Language; booking: ClinicBooking; address: string }) => {
  const t = clinicWords(lang)
  const tongue = new Intl.DisplayNames(lang, { type: 'language' })
  return (
    <>
      <span>
        <b>
          <bdi>{booking.name}</bdi>
        </b>
        <small>
          {t(`topic.${booking.topic}`)} · {tongue.of(booking.language)}
        </small>
      </span>
      <form class="row noprint" method="post" action={`${address}/marks`}>
        <input type="hidden" name="booking" value={booking.id} />
        {booking.came ? (
          <>
            <b class={booking.came === 'present' ? 'good' : 'bad'}>
              {t(booking.came === 'present' ? 'here' : 'away')}
            </b>
            <Button alt name="came" value="">
              {t('undo')}
            </Button>
          </>
        ) : (
          <>
            <Button alt icon="ok" name="came" value="present">
              {t('here')} <span class="vh">{booking.name}</span>
            </Button>
            <Button alt icon="no" name="came" value="absent">
              {t('away')} <span class="vh">{booking.name}</span>
            </Button>
          </>
        )}
      </form>
    </>
  )
}

/** What waits about clinics, on the front page of the team. */
export const ClinicsTodo = ({ lang, today, empty }: { lang: Language; today: number; empty: number }) => {
  const t = clinicWords(lang)
  return today + empty === 0 ? null : (
    <p>
      <a href="/ventures/clinics">
        {[
          ...(today > 0 ? [t('todo.today', { count: today })] : []),
          ...(empty > 0 ? [t('todo.empty', { count: empty })] : []),
        ].join(' · ')}
      </a>
    </p>
  )
}
