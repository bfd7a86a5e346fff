import { season } from '#modules/programme/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { type Language, sayDate, sayHour, sayHours, sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { words } from '../words.ts'
import { ClashList } from './clash-list.tsx'

type DatesProps = {
  readonly lang: Language
  readonly draft: season.Draft
  /** The form’s answers, carried along to be posted. */
  readonly typed: Typed
  /** What makes a button pressed twice plan once. */
  readonly gesture: string
  /** Somebody else planned something meanwhile: nothing was written. */
  readonly clashed: boolean
}

/** Every date of a series before it is written: what is left out and why, what clashes, and what is free instead. */
export const DatesPage = ({ lang, draft, typed, gesture, clashed }: DatesProps) => {
  const t = words(lang)
  const kept = draft.dates.filter(({ holiday, isPast }) => !holiday && !isPast)
  const clashing = kept.filter(({ clashes }) => clashes.length > 0).length
  const title = draft.activity.texts as unknown as Record<string, { title: string } | undefined>
  return (
    <>
      <p class="kind">{t('plan')}</p>
      <h1>{t('datesTitle', { count: kept.length })}</h1>
      <p class="lead">
        {(title[lang] ?? title.fr)?.title} · <bdi>{draft.place.name}</bdi>
      </p>
      {clashed && (
        <Note kind="no" role="alert">
          <p>{t('clashedMeanwhile')}</p>
        </Note>
      )}
      {clashing > 0 && (
        <Note kind="no">
          <p>{t('clashing', { count: clashing })}</p>
        </Note>
      )}
      {kept.some(({ schoolUnknown }) => schoolUnknown) && (
        <Note>
          <p>{t('schoolUnknown')}</p>
        </Note>
      )}
      <form class="stack" method="post" action="/plan/series">
        {Object.entries(typed).flatMap(([name, value]) =>
          [value].flat().map((one) => <input key={`${name}${one}`} type="hidden" name={name} value={one} />),
        )}
        <input type="hidden" name="gesture" value={gesture} />
        <ol class="wl dates">
          {draft.dates.map((date) => (
            <DateLine key={date.on.toString()} lang={lang} date={date} timeZone={draft.place.timeZone} />
          ))}
        </ol>
        <p class="row">
          <Button name="publish" value="no">
            {t('writeDrafts', { count: kept.length })}
          </Button>
          <Button alt name="publish" value="yes">
            {t('writePublished')}
          </Button>
          <a href={`/plan/new?${queryOf(typed)}`}>{t('changePlan')}</a>
        </p>
      </form>
    </>
  )
}

const queryOf = (typed: Typed) =>
  new URLSearchParams(
    Object.entries(typed).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    ),
  ).toString()

type LineProps = { readonly lang: Language; readonly date: season.DraftDate; readonly timeZone: string }

const DateLine = ({ lang, date, timeZone }: LineProps) => {
  const t = words(lang)
  const said = `${sayDate(lang, date.start)}, ${sayHours(lang, date.start, date.end)}`
  if (date.holiday || date.isPast)
    return (
      <li>
        <s>{said}</s>
        <span>{date.isPast ? t('past') : t('leftOut', { why: date.holiday ?? '' })}</span>
      </li>
    )
  if (date.clashes.length === 0)
    return (
      <li>
        <b>{said}</b>
        <span class="good">
          <Icon name="ok" /> {t('free')}
        </span>
      </li>
    )
  const name = `on.${date.on.toString()}`
  return (
    <li class="clash">
      <div class="stack">
        <b>{said}</b>
        <ClashList lang={lang} clashes={date.clashes} timeZone={timeZone} />
      </div>
      <div class="field">
        <label for={name}>{t('instead')}</label>
        <select id={name} name={name}>
          {alternatives(lang, date).map(({ choice, label }) => (
            <option key={label} value={season.writeChoice(choice)}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </li>
  )
}

/** The nearest free choices first; leaving the date out last, so that nothing is lost by pressing on. */
function alternatives(lang: Language, date: season.DraftDate): { choice: season.Choice; label: string }[] {
  const t = words(lang)
  return [
    ...date.freeSpaces.map(({ id, name }) => ({ choice: { space: id }, label: t('otherSpace', { name }) })),
    ...date.freeTimes.map((at) => ({
      choice: { at: at.toPlainDateTime() },
      label: at.toPlainDate().equals(date.on)
        ? t('otherHour', { hour: sayHour(lang, at) })
        : t('otherDay', { moment: sayMoment(lang, at) }),
    })),
    { choice: 'skip' as const, label: t('leaveOut') },
  ]
}
