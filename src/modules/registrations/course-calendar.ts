import { type Session, sessionCalendar } from '#modules/programme/index.ts'
import type { Language } from '#platform/i18n/index.ts'

/**
 * The dates of a course as one iCalendar file: the calendar of the first one that is kept, with the events of all.
 *
 * @param publicUrl address of the house, without a slash at its end
 */
export function courseCalendar(dates: readonly Session[], lang: Language, publicUrl: string): string {
  const whole = dates.find(({ status }) => status === 'published') ?? dates[0]
  if (!whole) return ''
  const [head = ''] = sessionCalendar(whole, lang, publicUrl).split(/(?=^BEGIN:VEVENT\r?$)/m)
  const events = dates.flatMap(
    (date) =>
      sessionCalendar(date, lang, publicUrl).match(/^BEGIN:VEVENT\r?\n[\s\S]*?^END:VEVENT\r?\n/m) ?? [],
  )
  return `${head}${events.join('')}END:VCALENDAR\r\n`
}
