import { type Language, sayDate, sayHour, sayHours } from '#platform/i18n/index.ts'
import type { IconName } from '#ui/icon.tsx'
import type { Machine, MachineKind, MachineTexts, Opening } from '../domain/vocabulary.ts'
import { makersWords } from '../makers-words.ts'
import { words } from '../words.ts'

/** The drawing of each kind of machine. */
export const drawings = {
  '3d-printer': 'printer3d',
  laser: 'laser',
  vinyl: 'vinyl',
  sewing: 'sewing',
  embroidery: 'embroidery',
  electronics: 'electronics',
  computer: 'computer',
} as const satisfies Record<MachineKind, IconName>

/** What is said of a machine, in French where nobody wrote it in this language. */
export function textsOf(machine: Machine, lang: Language): MachineTexts & { lang: 'fr' | undefined } {
  const own = machine.texts[lang]
  return { what: '', ...(own ?? machine.texts.fr), lang: own ? undefined : 'fr' }
}

/** « Pas disponible jusqu’au mardi 24 novembre : en panne »; null when nothing is wrong now. */
export function outageNow(machine: Machine, lang: Language, now: Temporal.Instant): string | null {
  const outage = machine.outages.find(({ from }) => Temporal.Instant.compare(from, now) <= 0)
  if (!outage) return null
  const cause = words(lang)(`cause.${outage.cause}`)
  const t = makersWords(lang)
  if (!outage.until) return t('outNow', { cause })
  return t('outUntil', {
    cause,
    day: sayDate(lang, outage.until.toZonedDateTimeISO(machine.place.timeZone), now),
  })
}

/** « mardi 24 novembre, 10 h – 13 h, avec Bruno ». */
export function sayOpening(
  lang: Language,
  { startsAt, endsAt, supervisor }: Opening,
  zone: string,
  now: Temporal.Instant,
): string {
  const [start, end] = [startsAt.toZonedDateTimeISO(zone), endsAt.toZonedDateTimeISO(zone)]
  const t = makersWords(lang)
  const hours = `${sayDate(lang, start, now)}, ${sayHours(lang, start, end)}`
  return supervisor ? t('openingWith', { hours, name: supervisor.name }) : hours
}

/** « 10 h », or « 10 h 30 ». */
export const hourOf = (lang: Language, at: Temporal.Instant, zone: string) =>
  sayHour(lang, at.toZonedDateTimeISO(zone))
