import { type Language, sayHours } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import { labWords } from '../lab-words.ts'
import type { Coming } from '../read-lab-day.ts'

type Props = {
  readonly lang: Language
  readonly booking: Coming
  readonly timeZone: string
  readonly now: Temporal.Instant
  readonly mayRunTheLab: boolean
}

/** Somebody who comes to a machine: first name, hour, what for; came or not; cancelled while it is time. */
export const LabComing = ({ lang, booking, timeZone, now, mayRunTheLab }: Props) => {
  const t = labWords(lang)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone)
  const { id, by, kind, came, status } = booking
  // People are early; the use case holds the same half hour.
  const isTime = Temporal.Instant.compare(booking.startsAt.subtract({ minutes: 30 }), now) <= 0
  const mayCancel = came === null && Temporal.Instant.compare(booking.endsAt, now) > 0
  return (
    <li>
      <div class="split">
        <p>
          <b>
            <bdi>{by.name}</bdi>
          </b>{' '}
          <small>
            {sayHours(lang, local(booking.startsAt), local(booking.endsAt))} ·{' '}
            {t(`day.kind.${kind}`, { people: booking.people })}
            {status === 'waiting' && ` · ${t('day.waiting')}`}
            {by.adultName !== null &&
              ` · ${t(by.birthYear === null ? 'day.adult' : 'day.minor', { adult: by.adultName })}`}
          </small>
        </p>
        {status === 'booked' && isTime && (
          <form method="post" action={`/fablab/bookings/${id}/mark`}>
            <fieldset class="row marks" aria-label={t('day.marking', { name: by.name })}>
              {(['present', 'absent'] as const).map((mark) => (
                <button
                  key={mark}
                  class="btn alt"
                  name="came"
                  value={mark}
                  aria-pressed={came === mark ? 'true' : 'false'}
                >
                  <Icon name={mark === 'present' ? 'ok' : 'no'} />
                  <span>{t(`day.${mark}`)}</span>
                </button>
              ))}
              {came !== null && (
                <button class="btn alt" name="came" value="none">
                  <span>{t('day.undo')}</span>
                </button>
              )}
            </fieldset>
          </form>
        )}
      </div>
      {came === 'present' && mayRunTheLab && (
        <p class="links">
          {kind === 'induction' && (
            <>
              <a href={`/fablab/inductions?maker=${by.id}&machine=${booking.machine}`}>{t('day.validate')}</a>{' '}
              ·{' '}
            </>
          )}
          <a href={`/fablab/stock?booking=${id}`}>{t('day.used')}</a>
        </p>
      )}
      {mayCancel && (
        <form method="post" action={`/fablab/bookings/${id}/cancellation`}>
          <button class="btn alt">{t('day.cancel')}</button>
        </form>
      )}
    </li>
  )
}
