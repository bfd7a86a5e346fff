import { type Language, languages, sayDate, sayLength } from '#platform/i18n/index.ts'
import type { Crowd } from '../domain/discreet.ts'
import { whenAt } from '../domain/plan.ts'
import type { LineChange, Move } from '../domain/plan-changes.ts'
import { words } from '../words.ts'

const longAgo = Temporal.Instant.from('1970-01-01T00:00Z')

/** A day of a rule with its year: « mercredi 1er septembre 2027 ». */
export const sayDay = (lang: Language, on: string): string =>
  sayDate(lang, Temporal.PlainDate.from(on).toZonedDateTime('UTC'), longAgo)

/** Minutes of work as people say them: « 1 h 30 ». */
export const sayMinutes = (lang: Language, minutes: number): string =>
  sayLength(lang, Temporal.Duration.from({ minutes }))

/** One move of a line, as the end of a sentence that began with its action. */
export function sayMove(lang: Language, move: Move): string {
  const t = words(lang)
  switch (move.what) {
    case 'enters':
    case 'leaves':
      return t(`move.${move.what}`, { at: move.at })
    case 'place': {
      const moved = t(move.to < move.from ? 'move.rises' : 'move.falls', move)
      const when = whenAt(move.to)
      return when === whenAt(move.from) ? moved : `${moved} ${t('move.when', { when: t(`when.${when}`) })}`
    }
    case 'deadline':
      if (move.to === null) return t('move.noDate')
      return move.from === null
        ? t('move.date', { to: sayDay(lang, move.to) })
        : t('move.otherDate', { to: sayDay(lang, move.to), from: sayDay(lang, move.from) })
    case 'confirm':
      return t(move.to ? 'move.confirm' : 'move.noConfirm')
    case 'effect':
      return t('move.effect', move)
    case 'minutes':
      return t('move.minutes', { to: sayMinutes(lang, move.to), from: sayMinutes(lang, move.from) })
  }
}

/** What moves in one plan: the action whose rule changed, in sentences; the others, which only make room, in numbers. */
export function ownAndOthers(
  question: string,
  changes: readonly LineChange[],
): { own: readonly Move[]; rise: number; fall: number } {
  const others = changes.filter((line) => line.question !== question).flatMap(({ moves }) => moves)
  const places = others.filter((move) => move.what === 'place')
  return {
    own: changes.find((line) => line.question === question)?.moves ?? [],
    rise: places.filter(({ from, to }) => to < from).length,
    fall: places.filter(({ from, to }) => to > from).length,
  }
}

/** « mai – juillet 2026 », or one month. */
export function sayMonths(lang: Language, { from, to }: Pick<Crowd, 'from' | 'to'>): string {
  const format = new Intl.DateTimeFormat(languages[lang].locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const instant = (month: string) => Temporal.Instant.from(`${month}-01T00:00Z`).epochMilliseconds
  return format.formatRange(instant(from), instant(to))
}

/** The trade a plan is told by. */
export const sayTrade = (lang: Language, crowd: Crowd | null): string =>
  words(lang)(
    crowd === null ? 'crowd.few' : crowd.sector === null ? 'crowd.others' : `sector.${crowd.sector}`,
  )
