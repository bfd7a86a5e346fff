import { dateParts, type Language } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import { words } from '../words.ts'

/** A Monday, for the names of the days. */
const monday = Temporal.PlainDate.from('2024-01-01')
const halves = ['morning', 'afternoon', 'evening'] as const

type Props = {
  readonly lang: Language
  readonly value: readonly string[]
  readonly error?: string | undefined
}

/** The half-days of a week, one box each: rows are days. */
export const Week = ({ lang, value, error }: Props) => {
  const t = words(lang)
  return (
    <fieldset aria-describedby={error ? 'weekly-e weekly-h' : 'weekly-h'}>
      <legend>
        <b>{t('weekly')}</b>
      </legend>
      <span class="hint" id="weekly-h">
        {t('weeklyHint')}
      </span>
      <table class="weekgrid">
        <thead>
          <tr>
            <td />
            {halves.map((half) => (
              <th key={half} scope="col">
                {t(`half.${half}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => {
            const { weekday } = dateParts(lang, monday.add({ days: day - 1 }))
            return (
              <tr key={day}>
                <th scope="row">{weekday}</th>
                {halves.map((half) => (
                  <td key={half}>
                    <label>
                      <span class="vh">
                        {weekday} {t(`half.${half}`)}
                      </span>
                      <input
                        type="checkbox"
                        name="weekly"
                        value={`${day}-${half}`}
                        checked={value.includes(`${day}-${half}`)}
                        // The first box carries the id the error summary leads to.
                        id={day === 1 && half === 'morning' ? 'weekly' : undefined}
                      />
                    </label>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {error && (
        <span class="bad" id="weekly-e">
          <Icon name="no" /> {error}
        </span>
      )}
    </fieldset>
  )
}

/** A half-day in words: « mardi matin ». */
export function sayHalfDay(lang: Language, code: string): string {
  const [day = '1', half = 'morning'] = code.split('-')
  const { weekday } = dateParts(lang, monday.add({ days: Number(day) - 1 }))
  return `${weekday} ${words(lang)(`half.${half as (typeof halves)[number]}`).toLocaleLowerCase(lang)}`
}
