import type { Language } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import { halfDays, weekdays } from '../domain/week.ts'
import { words } from '../words.ts'

type GridProps = {
  readonly lang: Language
  /** What is asked; a volunteer’s free half-days unless said. */
  readonly label?: string | undefined
  readonly hint?: string | undefined
  readonly value: readonly string[]
  readonly error?: string | undefined
}

/** The half-days of a week, one box each: rows are days. */
export const WeekGrid = ({ lang, label, hint, value, error }: GridProps) => {
  const t = words(lang)
  return (
    <fieldset aria-describedby={error ? 'weekly-e weekly-h' : 'weekly-h'}>
      <legend>
        <b>{label ?? t('weekly')}</b>
      </legend>
      <span class="hint" id="weekly-h">
        {hint ?? t('weeklyHint')}
      </span>
      <table class="weekgrid">
        <thead>
          <tr>
            <td />
            {halfDays.map((half) => (
              <th key={half} scope="col">
                {t(`half.${half}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day) => (
            <tr key={day}>
              <th scope="row">{t(`day.${day}`)}</th>
              {halfDays.map((half) => (
                <td key={half}>
                  <label>
                    <span class="vh">
                      {t(`day.${day}`)} {t(`half.${half}`)}
                    </span>
                    <input
                      type="checkbox"
                      name="weekly"
                      value={`${day}-${half}`}
                      checked={value.includes(`${day}-${half}`)}
                      // The first box carries the id the error summary leads to.
                      id={day === 1 && half === 'morning' ? 'weekly' : undefined}
                      aria-invalid={error && day === 1 && half === 'morning' ? 'true' : undefined}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
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

/** A half-day in words: « Mardi matin ». */
export function sayHalfDay(lang: Language, code: string): string {
  const t = words(lang)
  const [day, half] = code.split('-')
  const known = weekdays.find((one) => String(one) === day)
  const part = halfDays.find((one) => one === half)
  return known && part ? `${t(`day.${known}`)} ${t(`half.${part}`).toLocaleLowerCase(lang)}` : code
}
