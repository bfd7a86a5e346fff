import { dateParts, type Language } from '#platform/i18n/index.ts'
import { byDay, type Grouping, linesOf, type Shown } from '../domain/calendar.ts'
import { words } from '../words.ts'
import { EntryCard } from './entry.tsx'

type MonthProps = {
  readonly lang: Language
  readonly days: readonly Temporal.PlainDate[]
  readonly entries: readonly Shown[]
  readonly by: Grouping
}

/** A month in weeks, once for each room, place or person; one of them alone when the view is narrowed to it. */
export const CalendarMonth = ({ lang, days, entries, by }: MonthProps) => {
  const t = words(lang)
  return (
    <>
      {linesOf(entries, by).map((line) => {
        const [name, where] = (line.name ?? t(by === 'host' ? 'noHost' : 'noSpace')).split('\n')
        return (
          <section key={line.key} class="stack" data-where={line.where ?? undefined}>
            <h2>
              <bdi>{name}</bdi>{' '}
              {where && (
                <small>
                  <bdi>{where}</bdi>
                </small>
              )}
            </h2>
            <Weeks lang={lang} days={days} entries={[...line.byDay.values()].flat()} name={name ?? ''} />
          </section>
        )
      })}
    </>
  )
}

const Weeks = ({ lang, days, entries, name }: Omit<MonthProps, 'by'> & { name: string }) => {
  const weeks = Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7))
  const onDay = byDay(entries)
  return (
    <table class="week month">
      <caption class="vh">{name}</caption>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day.dayOfWeek} scope="col">
              {dateParts(lang, day).weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.toString()}>
            {week.map((day) => (
              <Day key={day.toString()} lang={lang} day={day} entries={onDay.get(day.toString())} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = {
  readonly lang: Language
  readonly day: Temporal.PlainDate
  readonly entries: readonly Shown[] | undefined
}

const Day = ({ lang, day, entries }: DayProps) => {
  const { weekday, day: number, month } = dateParts(lang, day)
  return (
    <td data-date={day.toString()} class={entries ? undefined : 'none'}>
      <time class="date" dateTime={day.toString()}>
        <span class="vh">{weekday} </span>
        {number}
        <span class="vh"> {month}</span>
      </time>
      {entries?.map((entry) => (
        <EntryCard key={entry.id} lang={lang} entry={entry} short />
      ))}
    </td>
  )
}
