import { type Language, sayDate, sayHours, sayLength } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import type { Booking, Machine } from '../domain/vocabulary.ts'
import { makersWords } from '../makers-words.ts'
import type { OwnMachine, OwnPage } from '../read-maker-page.ts'
import { drawings, outageNow } from './machine-words.tsx'
import { OwnInductions } from './maker-inductions.tsx'

type Props = OwnPage & {
  lang: Language
  /** `/makers/…`, which is this page. */
  address: string
  now: Temporal.Instant
  /** The booking just made, to be named. */
  justBooked: Booking | null
  problem: string | null
}

/** What somebody who uses machines sees by her link: her bookings, her machines, and the end of it all. */
export const MakerPage = (props: Props) => {
  const { lang, address, maker, machines, coming, past, problem, justBooked, now } = props
  const t = makersWords(lang)
  const until = props.pausedUntil
  const zone = machines[0]?.machine.place.timeZone ?? 'Europe/Paris'
  return (
    <>
      <h1>{t('hello', { name: maker.name })}</h1>
      {problem && (
        <Note kind="no" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      {justBooked && (
        <Note role="status" icon={justBooked.status === 'waiting' ? 'wait' : 'ok'}>
          <p>{t(justBooked.status === 'waiting' ? 'waiting' : 'booked', { name: maker.name })}</p>
        </Note>
      )}
      {until && (
        <Note kind="no">
          <p>{t('paused', { day: sayDate(lang, until.toZonedDateTimeISO(zone), now) })}</p>
        </Note>
      )}
      <h2>{t('myBookings')}</h2>
      {coming.length === 0 && <p>{t('noBooking')}</p>}
      <div class="tickets">
        {coming.map((booking) => (
          <OwnBooking key={booking.id} {...props} booking={booking} />
        ))}
      </div>
      <h2>{t('myMachines')}</h2>
      <div class="tickets">
        {machines.map((own) => (
          <OwnMachineCard key={own.machine.id} lang={lang} address={address} own={own} now={now} />
        ))}
      </div>
      {past.length > 0 && (
        <details>
          <summary>{t('past')}</summary>
          <ul>
            {past.map((booking) => (
              <li key={booking.id}>
                {sayDate(lang, booking.startsAt.toZonedDateTimeISO(zone), now)} ·{' '}
                <bdi lang="fr">{machineOf(machines, booking)?.name}</bdi>
                {booking.came === 'absent' && ` · ${t('missed')}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <LinkButton alt href="/projects/new">
          {t('newProject')}
        </LinkButton>
      </p>
      <details>
        <summary>{t('erase')}</summary>
        <Form action={`${address}/erasures`} class="noprint">
          <p>{t('eraseWhy')}</p>
          <p>
            <Button alt icon="no">
              {t('eraseSure')}
            </Button>
          </p>
        </Form>
      </details>
    </>
  )
}

const machineOf = (machines: readonly OwnMachine[], booking: Booking): Machine | undefined =>
  machines.find(({ machine }) => machine.id === booking.machine)?.machine

const OwnBooking = ({ lang, address, machines, booking, now }: Props & { booking: Booking }) => {
  const t = makersWords(lang)
  const machine = machineOf(machines, booking)
  const zone = machine?.place.timeZone ?? 'Europe/Paris'
  const [start, end] = [booking.startsAt.toZonedDateTimeISO(zone), booking.endsAt.toZonedDateTimeISO(zone)]
  const waits = booking.status === 'waiting'
  return (
    <article class="ticket training">
      <p class="when">
        <time dateTime={booking.startsAt.toString()}>{sayDate(lang, start, now)}</time>
        <span class="hour">{sayHours(lang, start, end)}</span>
      </p>
      <div>
        <p>
          {machine && <Icon name={drawings[machine.kind]} />} <bdi lang="fr">{machine?.name}</bdi>
        </p>
        {waits && (
          <p class="kind">
            <Icon name="wait" /> {t('waitingTag')}
          </p>
        )}
        <form method="post" action={`${address}/bookings/${booking.id}/cancellation`}>
          <Button alt>{t(waits ? 'stopWaiting' : 'cancel')}</Button>
        </form>
      </div>
    </article>
  )
}

type CardProps = { lang: Language; address: string; own: OwnMachine; now: Temporal.Instant }

const OwnMachineCard = ({ lang, address, own, now }: CardProps) => {
  const { machine, ready } = own
  const t = makersWords(lang)
  const out = outageNow(machine, lang, now)
  return (
    <article class="ticket training">
      <p class="when big">
        <Icon name={drawings[machine.kind]} />
      </p>
      <div>
        <h3>
          <bdi lang="fr">{machine.name}</bdi>
        </h3>
        <OwnInductions lang={lang} own={own} now={now} />
        {out && (
          <p class="bad">
            <Icon name="warn" /> {out}
          </p>
        )}
        {ready && <HoursLeft lang={lang} own={own} />}
        <p>
          <LinkButton alt={!ready} href={`${address}/machines/${machine.id}`}>
            {t(ready ? 'mayBook' : own.inductions.some(({ end }) => end) ? 'renew' : 'toDo')}
          </LinkButton>
        </p>
      </div>
    </article>
  )
}

/** A knot for each hour of the week: those held are tied. */
export const HoursLeft = ({ lang, own: { machine, weekMinutes } }: Pick<CardProps, 'lang' | 'own'>) => {
  const long = (minutes: number) => sayLength(lang, Temporal.Duration.from({ minutes }))
  const hours = Math.round(machine.weekMinutes / 60)
  const used = Math.min(hours, Math.ceil(weekMinutes / 60))
  const left = Math.max(0, machine.weekMinutes - weekMinutes)
  return (
    <>
      {hours <= 12 && (
        <p class="knots" aria-hidden="true">
          {Array.from({ length: hours }, (_, i) => (
            <i key={i} class={i < used ? 'done' : ''} />
          ))}
        </p>
      )}
      <p>{makersWords(lang)('left', { left: long(left), all: long(machine.weekMinutes) })}</p>
    </>
  )
}
