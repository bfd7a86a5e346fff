import { nomadic } from '#modules/network/index.ts'
import { dateParts, type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { stopWords } from '../stop-words.ts'

type Props = {
  readonly lang: Language
  readonly monday: Temporal.PlainDate
  readonly stops: readonly nomadic.PlannedStop[]
  readonly waiting: readonly { town: string; people: number }[]
  readonly said: string | null
}

/** The stops of a week: what is missing first, then each day; and the towns that wait. */
export const StopListPage = ({ lang, monday, stops, waiting, said }: Props) => {
  const t = stopWords(lang)
  const { day, ordinal, month } = dateParts(lang, monday)
  const week = (weeks: number) => `/plan/stops?day=${monday.add({ weeks })}`
  return (
    <>
      <div class="split">
        <div>
          <p class="kind">{t('stops')}</p>
          <h1>{t('week', { day: `${day}${ordinal} ${month} ${monday.year}` })}</h1>
        </div>
        <p class="row noprint">
          <LinkButton alt href={week(-1)}>
            {t('before')}
          </LinkButton>
          <LinkButton alt href={week(1)} onwards>
            {t('after')}
          </LinkButton>
          <LinkButton alt href="/plan/rounds">
            {t('rounds')}
          </LinkButton>
          <LinkButton alt href="/plan/kits">
            {t('kitsPage')}
          </LinkButton>
          <LinkButton alt href="/settings/rooms">
            {t('roomsPage')}
          </LinkButton>
          <LinkButton href={`/plan/stops/new?day=${monday}`} icon="plus">
            {t('new')}
          </LinkButton>
        </p>
      </div>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <Missing lang={lang} stops={stops} />
      {stops.length === 0 ? (
        <Empty title={t('none')}>
          <p>{t('noneLead')}</p>
        </Empty>
      ) : (
        <ul class="wl">
          {stops.map((stop) => (
            <li key={stop.id}>
              <span>
                <b>
                  {sayDate(lang, stop.start)}, {sayHours(lang, stop.start, stop.end)}
                </b>
                <br />
                <a href={`/plan/stops/${stop.id}`}>
                  <bdi>{`${stop.place.name}, ${stop.place.city}`}</bdi>
                </a>
                {stop.hosts.length > 0 && (
                  <small>
                    <bdi>{stop.hosts.map(({ name }) => name).join(', ')}</bdi>
                    {stop.vehicle && (
                      <>
                        {' · '}
                        <bdi>{stop.vehicle.name}</bdi>
                      </>
                    )}
                  </small>
                )}
              </span>
              <Standing lang={lang} stop={stop} />
            </li>
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <section class="stack">
          <h2>{t('waiting')}</h2>
          <ul class="wl">
            {waiting.map(({ town, people }) => (
              <li key={town}>{t('waitingTown', { town, people })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const Missing = ({ lang, stops }: Pick<Props, 'lang' | 'stops'>) => {
  const t = stopWords(lang)
  const lacking = stops.map((stop) => nomadic.lacksOf(stop))
  const planned = stops.filter(({ status }) => status === 'planned')
  const ready = planned.filter((stop) => nomadic.lacksOf(stop).length === 0).length
  return (
    <ul class="todo noprint">
      {nomadic.stopLacks.map((lack) => {
        const count = lacking.filter((found) => found.includes(lack)).length
        return (
          count > 0 && (
            <li key={lack}>
              <b class={lack === 'team' ? 'slab bad' : 'slab'}>{count}</b>
              <span>{t(`missing.${lack}`, { count })}</span>
            </li>
          )
        )
      })}
      {ready > 0 && (
        <li>
          <b class="slab good">{ready}</b>
          <span>{t('ready', { count: ready })}</span>
        </li>
      )}
    </ul>
  )
}

/** Whether a stop is ready, or the gravest thing it lacks. */
export const Standing = ({ lang, stop }: { readonly lang: Language; readonly stop: nomadic.PlannedStop }) => {
  const t = stopWords(lang)
  if (stop.status === 'cancelled') return <span>{t('cancelled')}</span>
  const lacks = nomadic.lacksOf(stop)
  if (lacks.length === 0)
    return (
      <span class="good">
        <Icon name="ok" /> {t('isReady')}
      </span>
    )
  return (
    <span>
      {lacks.map((lack) => (
        <small key={lack} class={lack === 'team' ? 'bad' : undefined}>
          {t(`lack.${lack}`)}
        </small>
      ))}
    </span>
  )
}
