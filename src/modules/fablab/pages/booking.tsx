import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { meets } from '../domain/meets.ts'
import type { Booking, Machine } from '../domain/vocabulary.ts'
import { makersWords } from '../makers-words.ts'
import { words } from '../words.ts'
import { drawings, textsOf } from './machine-words.tsx'

type Props = {
  lang: Language
  token: string
  booking: Booking
  machine: Machine
  /** First name of who booked. */
  name: string
  /** Place in the line, 1 for the first; null when she does not wait. */
  rank: number | null
  now: Temporal.Instant
  problem: string | null
  /** Said when the same form was sent twice. */
  notice: string | null
}

/** One booking behind its link: when, where, what to bring, and how to cancel. Nothing of any other. */
export const BookingPage = (props: Props) => {
  const { lang, booking, name, rank, machine, problem, notice } = props
  const t = makersWords(lang)
  const over = isOver(props)
  const title =
    booking.status === 'cancelled'
      ? t('cancelledTitle', { name })
      : over
        ? t('pastTitle')
        : booking.status === 'waiting'
          ? t('waiting', { name })
          : t(booking.kind === 'induction' ? 'bookedInduction' : 'booked', { name })
  const why = booking.cancelledBy
  return (
    <>
      {problem && (
        <Note kind="no" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      {notice && (
        <Note icon="mark">
          <p role="status">{notice}</p>
        </Note>
      )}
      <h1>{title}</h1>
      {why && why !== 'maker' && <p class="lead">{words(lang)(`why.${why}`)}</p>}
      {rank !== null && !over && <p class="lead">{t('rank', { rank })}</p>}
      {isStopped(props) && (
        <Note icon="warn">
          <div class="stack">
            <p>{t('stoppedThen')}</p>
            <p>
              <LinkButton href={`/machines/${machine.id}#hours`}>{t('bookAgain')}</LinkButton>
            </p>
          </div>
        </Note>
      )}
      {booking.movedFrom !== null && booking.status === 'booked' && !over && (
        <Note icon="clock">
          <p>{t('movedFrom')}</p>
        </Note>
      )}
      <BookingTicket {...props} />
      {booking.status === 'cancelled' || over ? (
        <p>
          <LinkButton href={`/machines/${machine.id}#hours`}>{t('bookAgain')}</LinkButton>
        </p>
      ) : (
        <Ahead {...props} />
      )}
      <p>
        <a href={`/makers?machine=${machine.id}`}>{t('allMine')}</a>
      </p>
    </>
  )
}

const isOver = ({ booking, now }: Pick<Props, 'booking' | 'now'>) =>
  Temporal.Instant.compare(booking.endsAt, now) <= 0

/** She waits for an hour at which the machine is out of service. */
const isStopped = ({ booking, machine, now }: Pick<Props, 'booking' | 'machine' | 'now'>) =>
  booking.status === 'waiting' &&
  !isOver({ booking, now }) &&
  machine.outages.some(({ from, until }) => meets(booking, from, until))

/** When and where, as a ticket one can print. */
const BookingTicket = ({ lang, booking, machine, now }: Props) => {
  const zone = machine.place.timeZone
  const [start, end] = [booking.startsAt.toZonedDateTimeISO(zone), booking.endsAt.toZonedDateTimeISO(zone)]
  return (
    <article class={`ticket training${booking.status === 'cancelled' ? ' off' : ''}`}>
      <p class="when">
        <time dateTime={booking.startsAt.toString()}>{sayDate(lang, start, now)}</time>
        <span class="hour">{sayHours(lang, start, end)}</span>
      </p>
      <div>
        <p class="kind">
          <Icon name={drawings[machine.kind]} /> {words(lang)(`kind.${machine.kind}`)}
        </p>
        <h2>
          <a href={`/machines/${machine.id}`}>
            <bdi lang="fr">{machine.name}</bdi>
          </a>
        </h2>
        <p>
          <Icon name="pin" />{' '}
          <bdi lang="fr">
            {machine.place.name}, {machine.place.city} · {machine.space.name}
          </bdi>
        </p>
      </div>
    </article>
  )
}

const Ahead = ({ lang, booking, machine, token }: Props) => {
  const t = makersWords(lang)
  const said = textsOf(machine, lang)
  const waits = booking.status === 'waiting'
  return (
    <>
      {!waits && (
        <>
          <p class="row noprint">
            <LinkButton href={`/bookings/${token}/booking.ics`} icon="cal" download>
              {t('calendar')}
            </LinkButton>
          </p>
          {said.needs?.length ? (
            <>
              <h2>{t('bring')}</h2>
              <ul lang={said.lang}>
                {said.needs.map((need) => (
                  <li key={need}>{need}</li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      )}
      <Note icon="excused" noPrint>
        <form class="stack" method="post" action={`/bookings/${token}/cancellation`}>
          {!waits && <p>{t('cancelWhy')}</p>}
          <Button alt>{t(waits ? 'stopWaiting' : 'cancel')}</Button>
        </form>
      </Note>
    </>
  )
}
