import { type Language, sayHour, sayHours, sayMoment } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import type { Slot } from '../domain/slots.ts'
import type { Machine, Opening } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'
import { Aim } from './aim.tsx'

export interface WallView {
  machine: Machine
  /** The opening of this moment, if the lab is open. */
  opening: Opening | null
  /** The slot of this moment, as if it had not begun; null outside bookable hours. */
  now: Slot | null
  /** The next slots today, five at most. */
  next: readonly Slot[]
  /** The next opening, when the lab is closed. */
  opens: Opening | null
}

type Props = WallView & {
  readonly lang: Language
  readonly at: Temporal.Instant
  readonly bookAddress: string
  readonly reportAddress: string
}

/** A machine on its wall: free or taken now and next, in letters one reads from the door. No name. */
export const WallPage = (props: Props) => {
  const { lang, machine, opening, now, next, opens, at } = props
  const t = labWords(lang)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(machine.place.timeZone)
  const out = machine.outages.some(({ from }) => Temporal.Instant.compare(from, at) <= 0)
  const state = out
    ? 'out'
    : opening === null
      ? 'closed'
      : opening.kind === 'open-lab'
        ? 'open'
        : stateOf(now)
  const isGood = state === 'free' || state === 'open'
  const until =
    state === 'open' ? opening?.endsAt : state === 'free' || state === 'taken' ? now?.endsAt : undefined
  return (
    <>
      <div class="split">
        <h1>
          <bdi>{machine.name}</bdi>
        </h1>
        <p class="big slab">
          <time>{sayHour(lang, local(at))}</time>
        </p>
      </div>
      <p class={`wallstate slab ${isGood ? 'good' : 'bad'}`}>
        <Icon name={isGood ? 'ok' : 'no'} /> {t(`wall.${state}`)}
        {until && <small>{t('wall.until', { hour: sayHour(lang, local(until)) })}</small>}
      </p>
      {state === 'closed' && (
        <p class="big">
          {opens ? t('wall.opens', { when: sayMoment(lang, local(opens.startsAt), at) }) : t('wall.nothing')}
        </p>
      )}
      {next.length > 0 && (
        <section class="stack">
          <h2>{t('wall.next')}</h2>
          <ul class="wl big">
            {next.map((slot) => (
              <li key={slot.startsAt.toString()}>
                <b>{sayHours(lang, local(slot.startsAt), local(slot.endsAt))}</b>
                <span class={slot.state === 'free' ? 'good' : 'bad'}>
                  <Icon name={slot.state === 'free' ? 'ok' : 'no'} /> {t(`wall.${stateOf(slot)}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="row">
        <figure>
          <Aim address={props.bookAddress} label={t('wall.book')} />
          <figcaption>{t('wall.book')}</figcaption>
        </figure>
        <figure>
          <Aim address={props.reportAddress} label={t('wall.report')} />
          <figcaption>{t('wall.report')}</figcaption>
        </figure>
      </div>
    </>
  )
}

const stateOf = (slot: Slot | null) =>
  slot === null
    ? 'closed'
    : slot.state === 'past'
      ? 'closed'
      : (slot.state as 'free' | 'taken' | 'quiet' | 'out')
