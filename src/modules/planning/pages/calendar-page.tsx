import { dateParts, type Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Island } from '#ui/island.tsx'
import { Note } from '#ui/note.tsx'
import {
  daysOf,
  lacks,
  type Shown,
  type StopEntry,
  shifted,
  type View,
  writeView,
} from '../domain/calendar.ts'
import { words } from '../words.ts'
import { CalendarMonth } from './calendar-month.tsx'
import { CalendarWeek } from './calendar-week.tsx'
import { ViewBar, type ViewChoices } from './view-bar.tsx'

type CalendarProps = {
  readonly lang: Language
  readonly view: View
  readonly entries: readonly Shown[]
  readonly stops: readonly StopEntry[]
  readonly choices: ViewChoices
  /** What was just done, in a sentence. */
  readonly said: string | null
}

/** What a season is made from, a link away. */
const elsewhere = [
  { href: '/plan/activities', word: 'elsewhere.activities' },
  { href: '/plan/calls', word: 'elsewhere.calls' },
  { href: '/plan/partners', word: 'elsewhere.partners' },
  { href: '/plan/proposals', word: 'elsewhere.proposals' },
  { href: '/plan/import', word: 'elsewhere.import' },
  { href: '/feeds', word: 'elsewhere.feeds' },
] as const

/** The season of a centre: what is missing first, then the calendar. */
export const CalendarPage = ({ lang, view, entries, stops, choices, said }: CalendarProps) => {
  const t = words(lang)
  const days = daysOf(view)
  const shown = view.lack ? entries.filter((entry) => entry.lacks.includes(view.lack as 'host')) : entries
  return (
    <>
      <div class="split">
        <div>
          <p class="kind">{t('plan')}</p>
          <h1>{titleOf(lang, view, days)}</h1>
        </div>
        <p class="row noprint">
          <LinkButton alt href={writeView(shifted(view, -1))}>
            {t('before')}
          </LinkButton>
          <LinkButton alt href={writeView(shifted(view, 1))} onwards>
            {t('after')}
          </LinkButton>
          <LinkButton
            href={`/plan/new?day=${(days.find((day) => day.equals(view.day)) ?? view.day).toString()}`}
            icon="plus"
          >
            {t('new')}
          </LinkButton>
        </p>
      </div>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <Missing lang={lang} view={view} entries={entries} />
      <p class="row links noprint">
        {elsewhere.map(({ href, word }) => (
          <a key={href} href={href}>
            {t(word)}
          </a>
        ))}
      </p>
      <ViewBar lang={lang} view={view} choices={choices} />
      {shown.length === 0 ? (
        <Empty title={t('emptyTitle')}>
          <p>{t('emptyLead')}</p>
        </Empty>
      ) : view.span === 'week' ? (
        <CalendarWeek lang={lang} days={days} entries={shown} by={view.by} />
      ) : (
        <CalendarMonth lang={lang} days={days} entries={shown} by={view.by} />
      )}
      <Stops lang={lang} stops={stops} />
      <Island name="plan" />
    </>
  )
}

function titleOf(lang: Language, view: View, days: readonly Temporal.PlainDate[]): string {
  const { month } = dateParts(lang, view.day)
  if (view.span === 'month') return `${month} ${view.day.year}`
  const [first, last] = [days[0] ?? view.day, days.at(-1) ?? view.day]
  const [from, to] = [dateParts(lang, first), dateParts(lang, last)]
  const start =
    first.month === last.month ? `${from.day}${from.ordinal}` : `${from.day}${from.ordinal} ${from.month}`
  return words(lang)('weekOf', { from: start, to: `${to.day}${to.ordinal} ${to.month} ${last.year}` })
}

/** What is missing in what is shown, each a link to it; and the gesture that publishes the drafts. */
const Missing = ({ lang, view, entries }: Pick<CalendarProps, 'lang' | 'view' | 'entries'>) => {
  const t = words(lang)
  const counts = lacks.map((lack) => ({
    lack,
    count: entries.filter((entry) => entry.lacks.includes(lack)).length,
  }))
  const ready = entries.filter((entry) => entry.status === 'published' && entry.lacks.length === 0).length
  const drafts = entries.filter((entry) => entry.lacks.includes('publication'))
  return (
    <div class="split noprint">
      <ul class="todo">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ lack, count }) => (
            <li key={lack}>
              <b class={lack === 'publication' ? 'slab' : 'slab bad'}>{count}</b>
              <a
                href={writeView({ ...view, lack: view.lack === lack ? null : lack })}
                aria-current={view.lack === lack ? 'true' : undefined}
              >
                {t(`missing.${lack}`, { count })}
              </a>
            </li>
          ))}
        <li>
          <b class="slab good">{ready}</b>
          <span>{t('ready', { count: ready })}</span>
        </li>
        {view.lack && (
          <li>
            <a href={writeView({ ...view, lack: null })}>{t('showAll')}</a>
          </li>
        )}
      </ul>
      <p class="row">
        {drafts.length > 0 && (
          <form method="post" action="/plan/publications">
            <input type="hidden" name="back" value={writeView({ ...view, lack: null })} />
            <input type="hidden" name="sessions" value={drafts.map(({ id }) => id).join(' ')} />
            <Button alt>{t('publishAll', { count: drafts.length })}</Button>
          </form>
        )}
        {counts.some(({ lack, count }) => (lack === 'host' || lack === 'space') && count > 0) && (
          <LinkButton alt href="/plan/fill">
            {t('fill')}
          </LinkButton>
        )}
      </p>
    </div>
  )
}

const Stops = ({ lang, stops }: Pick<CalendarProps, 'lang' | 'stops'>) =>
  stops.length === 0 ? null : (
    <section class="stack">
      <h2>{words(lang)('stops')}</h2>
      <ul class="wl">
        {stops.map((stop) => (
          <li key={stop.id}>
            <span>
              <b>
                <time dateTime={stop.day}>{sayDay(lang, stop.day)}</time>, {stop.from} – {stop.to}
              </b>{' '}
              <a href={`/plan/stops/${stop.id}`}>
                <bdi>{stop.place.name}</bdi>
              </a>
            </span>
            <Icon name="pin" />
          </li>
        ))}
      </ul>
    </section>
  )

const sayDay = (lang: Language, day: string) => {
  const { weekday, day: number, ordinal, month } = dateParts(lang, Temporal.PlainDate.from(day))
  return `${weekday} ${number}${ordinal} ${month}`
}
