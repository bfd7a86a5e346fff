import { dateParts, type Language } from '#platform/i18n/index.ts'
import { type Grouping, linesOf, type Shown } from '../domain/calendar.ts'
import { words } from '../words.ts'
import { EntryCard } from './entry.tsx'

type WeekProps = {
  readonly lang: Language
  readonly days: readonly Temporal.PlainDate[]
  readonly entries: readonly Shown[]
  readonly by: Grouping
}

const sayDay = (lang: Language, day: Temporal.PlainDate): string => {
  const { weekday, day: number, ordinal } = dateParts(lang, day)
  return `${weekday} ${number}${ordinal}`
}

/** A week: a line for each room, place or person, a column for each day that has something, from Monday. */
export const CalendarWeek = ({ lang, days, entries, by }: WeekProps) => {
  const t = words(lang)
  const used = new Set(entries.map(({ day }) => day))
  const columns = days.filter((day) => day.dayOfWeek < 6 || used.has(day.toString()))
  return (
    <table class="week">
      <caption class="vh">{t(`caption.${by}`)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="vh">{t(`by.${by}`)}</span>
          </th>
          {columns.map((day) => (
            <th key={day.toString()} scope="col">
              {sayDay(lang, day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {linesOf(entries, by).map((line) => {
          const [name, where] = (line.name ?? t(by === 'host' ? 'noHost' : 'noSpace')).split('\n')
          return (
            <tr key={line.key} data-where={line.where ?? undefined}>
              <th scope="row">
                <bdi>{name}</bdi>
                {where && (
                  <small>
                    <bdi>{where}</bdi>
                  </small>
                )}
              </th>
              {columns.map((day) => (
                <td key={day.toString()} data-day={sayDay(lang, day)} data-date={day.toString()}>
                  {line.byDay.get(day.toString())?.map((entry) => (
                    <EntryCard key={entry.id} lang={lang} entry={entry} />
                  ))}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
