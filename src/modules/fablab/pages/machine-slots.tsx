import type { ComponentChildren } from 'preact'
import { type Language, sayDate } from '#platform/i18n/index.ts'
import type { Slot } from '../domain/slots.ts'
import { makersWords } from '../makers-words.ts'
import type { OpenHours, Week } from '../read-slots.ts'
import { hourOf, sayOpening } from './machine-words.tsx'

type Props = {
  lang: Language
  week: Week
  zone: string
  now: Temporal.Instant
  /** The page this stands on; the week is added to it. */
  address: string
  /** Only hours when somebody of the lab is there. */
  withTeam?: boolean
  /** What one presses for an hour; null: it is only said to be taken. */
  pick: (slot: Slot, hour: string) => ComponentChildren
}

/** The hours of a machine, opening by opening, with what one may do about each, and a way to the weeks around. */
export const SlotDays = (props: Props) => {
  const { lang, week, address, withTeam } = props
  const t = makersWords(lang)
  const hours = week.hours.filter(({ opening }) => !withTeam || opening.supervisor)
  return (
    <>
      {hours.length === 0 && <p>{t('noSlot')}</p>}
      {hours.map((open) => (
        <OpenDay key={open.opening.id} {...props} open={open} />
      ))}
      <p class="row links">
        {week.before && (
          <a href={`${address}?from=${week.before}#hours`} rel="nofollow">
            {t('weekBefore')}
          </a>
        )}
        <a href={`${address}?from=${week.after}#hours`} rel="nofollow">
          {t('weekAfter')}
        </a>
      </p>
    </>
  )
}

const OpenDay = ({ lang, zone, now, pick, open: { opening, slots } }: Props & { open: OpenHours }) => {
  const t = makersWords(lang)
  const quiet = slots.filter(({ state }) => state === 'quiet')
  const shown = slots.filter(({ state }) => state === 'free' || state === 'taken')
  return (
    <div class="stack">
      <h3>{sayOpening(lang, opening, zone, now)}</h3>
      {shown.length > 0 && (
        <ul class="row">
          {shown.map((slot) => (
            <li key={slot.startsAt.epochMilliseconds}>{pick(slot, hourOf(lang, slot.startsAt, zone))}</li>
          ))}
        </ul>
      )}
      {quiet.length > 0 && (
        <p class="hint">
          {t('quiet', {
            hours: new Intl.ListFormat(lang).format(
              quiet.map(({ startsAt }) => hourOf(lang, startsAt, zone)),
            ),
          })}
        </p>
      )}
      {slots.some(({ state }) => state === 'out') && <p class="hint">{t('outThen')}</p>}
    </div>
  )
}

/** « mardi 24 novembre à 10 h », for the name of a link. */
export const dayAndHour = (lang: Language, at: Temporal.Instant, zone: string, hour: string) =>
  `${sayDate(lang, at.toZonedDateTimeISO(zone))}, ${hour}`
