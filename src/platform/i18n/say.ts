import { catalogue } from './catalogue.ts'
import { type Language, languages } from './language.ts'
import ar from './locales/ar.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import fr from './locales/fr.json' with { type: 'json' }

/** The sentences of dates, hours and distances. */
export const spoken = catalogue({ fr, en, ar })

/** The pieces of a date, for a screen that makes the day big: « mardi », « 1 », « er », « décembre ». */
export type DateParts = {
  readonly weekday: string
  readonly day: string
  /** « er » on the first of the month in French, empty elsewhere. */
  readonly ordinal: string
  readonly month: string
}

// Names are asked of Intl once: formatting each date of a list through it costs more than the page.
const names = Object.fromEntries(
  Object.values(languages).map(({ code, locale }) => {
    const name = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    const monday = Date.UTC(2024, 0, 1)
    const weekday = name({ weekday: 'long' })
    const month = name({ month: 'long' })
    return [
      code,
      {
        weekdays: Array.from({ length: 7 }, (_, i) => weekday.format(monday + i * 86_400_000)),
        months: Array.from({ length: 12 }, (_, i) => month.format(Date.UTC(2024, i, 1))),
      },
    ]
  }),
) as Record<Language, { weekdays: string[]; months: string[] }>

/** The pieces of a date, in the zone the date carries. */
export function dateParts(lang: Language, at: Temporal.ZonedDateTime | Temporal.PlainDate): DateParts {
  return {
    weekday: names[lang].weekdays[at.dayOfWeek - 1] ?? '',
    day: String(at.day),
    ordinal: lang === 'fr' && at.day === 1 ? 'er' : '',
    month: names[lang].months[at.month - 1] ?? '',
  }
}

/**
 * A date as people say it: « mardi 1er décembre ».
 * The year is added when `now` is given and the date is ten months or more away from it.
 */
export function sayDate(lang: Language, at: Temporal.ZonedDateTime, now?: Temporal.Instant): string {
  const { weekday, day, ordinal, month } = dateParts(lang, at)
  const date = `${weekday} ${day}${ordinal} ${month}`
  return now && isFar(at, now) ? `${date} ${at.year}` : date
}

function isFar(at: Temporal.ZonedDateTime, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(at.timeZoneId)
  const compare = Temporal.ZonedDateTime.compare
  return compare(at, today.add({ months: 10 })) >= 0 || compare(at, today.subtract({ months: 10 })) <= 0
}

/** An hour as people say it, in the zone it carries: « 14 h 30 », “2:30 pm”. */
export function sayHour(lang: Language, at: Temporal.ZonedDateTime | Temporal.PlainTime): string {
  const minutes = String(at.minute).padStart(2, '0')
  if (lang === 'fr') return at.minute === 0 ? `${at.hour}\u00a0h` : `${at.hour}\u00a0h\u00a0${minutes}`
  if (lang === 'ar') return `${at.hour}:${minutes}`
  if (at.minute === 0 && at.hour === 12) return 'noon'
  if (at.minute === 0 && at.hour === 0) return 'midnight'
  const half = at.hour < 12 ? 'am' : 'pm'
  return `${at.hour % 12 || 12}${at.minute === 0 ? '' : `:${minutes}`}\u00a0${half}`
}

/** A date and its hour: « mardi 1er décembre, 14 h ». `now` as in {@link sayDate}. */
export const sayMoment = (lang: Language, at: Temporal.ZonedDateTime, now?: Temporal.Instant): string =>
  spoken(lang)('moment', { date: sayDate(lang, at, now), hour: sayHour(lang, at) })

/** From when to when: « De 14 h à 15 h 30 ». The dates are said too when it ends on another day. */
export function sayRange(lang: Language, start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): string {
  const sameDay = start.toPlainDate().equals(end.withTimeZone(start.timeZoneId).toPlainDate())
  const say = sameDay ? sayHour : sayMoment
  const [from, to] = [say(lang, start), say(lang, end.withTimeZone(start.timeZoneId))]
  return spoken(lang)(sameDay ? 'range' : 'longRange', { from, to })
}

/** From when to when, in the shortest words: « 9 h à 12 h ». Both on the same day. */
export const sayHours = (
  lang: Language,
  start: Temporal.ZonedDateTime,
  end: Temporal.ZonedDateTime,
): string => spoken(lang)('hours', { from: sayHour(lang, start), to: sayHour(lang, end) })

/** How long it lasts: « 1 h 30 », « 45 min ». Seconds are dropped. */
export function sayLength(lang: Language, length: Temporal.Duration): string {
  const minutes = Math.floor(length.total('minutes'))
  const hours = Math.floor(minutes / 60)
  const t = spoken(lang)
  if (hours === 0) return t('minutes', { minutes })
  return minutes % 60 === 0
    ? t('wholeHours', { hours })
    : t('hoursAndMinutes', { hours, minutes: String(minutes % 60).padStart(2, '0') })
}

/** As the crow flies, metres: up to here we say a walking time, beyond it kilometres. */
const farthestWalk = 2500
/** Streets are not straight: the way on foot is about 1.3 times the straight line. */
const detour = 1.3
/** Metres a minute of a person who does not hurry (4.5 km/h). */
const pace = 75

/** Whether a straight-line distance in metres is said as a walk. */
export const isWalk = (metres: number): boolean => metres <= farthestWalk

/**
 * A straight-line distance in metres as people feel it: a walking time, said as an estimate, when near
 * (« à environ 12 min à pied »), else kilometres (« à 7 km »), rounded to the half below ten.
 */
export function sayDistance(lang: Language, metres: number): string {
  const t = spoken(lang)
  if (isWalk(metres)) return t('walk', { minutes: Math.max(1, Math.round((metres * detour) / pace)) })
  const kilometres = metres / 1000
  const rounded = kilometres < 10 ? Math.round(kilometres * 2) / 2 : Math.round(kilometres)
  return t('away', { kilometres: sayCount(lang, rounded) })
}

const numbers = Object.fromEntries(
  Object.values(languages).map(({ code, locale }) => [code, new Intl.NumberFormat(locale)]),
) as Record<Language, Intl.NumberFormat>

/** A number with its thousands apart: « 14 200 ». Western digits in every language. */
export const sayCount = (lang: Language, count: number): string => numbers[lang].format(count)

const tongues = Object.fromEntries(
  Object.values(languages).map(({ code, locale }) => [
    code,
    { name: new Intl.DisplayNames(locale, { type: 'language' }), list: new Intl.ListFormat(locale) },
  ]),
) as Record<Language, { name: Intl.DisplayNames; list: Intl.ListFormat }>

/** In which languages something is said: « en arabe et français ». `codes` are BCP 47. */
export function sayLanguages(lang: Language, codes: readonly string[]): string {
  const { name, list } = tongues[lang]
  return spoken(lang)('inLanguages', { languages: list.format(codes.map((code) => name.of(code) ?? code)) })
}
