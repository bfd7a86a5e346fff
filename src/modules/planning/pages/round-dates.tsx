import type { nomadic } from '#modules/network/index.ts'
import type { season } from '#modules/programme/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { dateParts, type Language, sayHours } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { roundWords } from '../round-words.ts'
import { ClashList } from './clash-list.tsx'

type Props = {
  readonly lang: Language
  readonly name: string
  readonly days: readonly nomadic.RoundDay[]
  readonly timeZone: string
  readonly clashes: ReadonlyMap<string, season.Clash[]>
  /** The form’s answers, carried along to be posted. */
  readonly typed: Typed
  /** Something was taken meanwhile: nothing was written. */
  readonly meanwhile: boolean
}

/** Every day of a round before it is written: what is left out, what clashes, and a tick for each. */
export const RoundDatesPage = ({ lang, name, days, timeZone, clashes, typed, meanwhile }: Props) => {
  const t = roundWords(lang)
  const open = days.filter(({ holiday, isPast }) => !holiday && !isPast)
  const clashing = open.filter(({ on }) => (clashes.get(on.toString()) ?? []).length > 0).length
  const query = new URLSearchParams(
    Object.entries(typed).flatMap(([key, value]) =>
      [value].flat().map((one) => [key, one] as [string, string]),
    ),
  )
  return (
    <>
      <p class="kind">
        <bdi>{name}</bdi>
      </p>
      <h1>{t('datesTitle', { count: open.length })}</h1>
      <p class="lead">{t('datesLead')}</p>
      {meanwhile && (
        <Note kind="no" role="alert">
          <p>{t('meanwhile')}</p>
        </Note>
      )}
      {clashing > 0 && (
        <Note kind="no">
          <p>{t('clashes', { count: clashing })}</p>
        </Note>
      )}
      <form class="stack" method="post" action="/plan/rounds">
        {Object.entries(typed).flatMap(([key, value]) =>
          [value].flat().map((one) => <input key={`${key}${one}`} type="hidden" name={key} value={one} />),
        )}
        <ul class="wl dates">
          {days.map((day) => (
            <DayLine
              key={day.on.toString()}
              lang={lang}
              day={day}
              timeZone={timeZone}
              clashes={clashes.get(day.on.toString()) ?? []}
            />
          ))}
        </ul>
        <p class="row">
          <Button>{t('write')}</Button>
          <a href={`/plan/rounds/new?${query}`}>{t('back')}</a>
        </p>
      </form>
    </>
  )
}

const DayLine = ({
  lang,
  day,
  timeZone,
  clashes,
}: Pick<Props, 'lang' | 'timeZone'> & {
  readonly day: nomadic.RoundDay
  readonly clashes: readonly season.Clash[]
}) => {
  const t = roundWords(lang)
  const { weekday, day: number, ordinal, month } = dateParts(lang, day.on)
  const said = `${weekday} ${number}${ordinal} ${month}`
  if (day.holiday || day.isPast)
    return (
      <li>
        <s>{said}</s>
        <span>{day.isPast ? t('past') : t('leftOut', { why: day.holiday ?? '' })}</span>
      </li>
    )
  return (
    <li class={clashes.length > 0 ? 'clash' : undefined}>
      <div class="stack">
        <label>
          <input type="checkbox" name="days" value={day.on.toString()} checked={clashes.length === 0} />{' '}
          <b>{said}</b>
        </label>
        {clashes.length > 0 && <ClashList lang={lang} clashes={clashes} timeZone={timeZone} />}
      </div>
      <span>
        {day.stops.map(({ place, start, end }) => (
          <small key={start.toString()}>
            {sayHours(lang, start, end)} · <bdi>{place.name}</bdi>
          </small>
        ))}
      </span>
    </li>
  )
}
