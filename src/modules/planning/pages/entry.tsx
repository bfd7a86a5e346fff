import { type Language, sayHour } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import type { Shown } from '../domain/calendar.ts'
import { words } from '../words.ts'

// A month holds thousands of entries and a few dozen hours: each hour is said once a language.
const hours = new Map<string, string>()
const hour = (lang: Language, time: string): string => {
  const key = lang + time
  const known = hours.get(key)
  if (known) return known
  const said = sayHour(lang, Temporal.PlainTime.from(time))
  hours.set(key, said)
  return said
}

type EntryProps = {
  readonly lang: Language
  readonly entry: Shown
  /** In a month, hours and title only; the rest is on the session’s page. */
  readonly short?: boolean
}

/** A session on the calendar: hours, title, who hosts, chairs, and what is missing, in words. */
export const EntryCard = ({ lang, entry, short }: EntryProps) => {
  const t = words(lang)
  const cancelled = entry.status === 'cancelled'
  const missing = entry.lacks.filter((lack) => lack !== 'publication')
  return (
    <div
      class={`ev strip ${entry.theme}${missing.length > 0 ? ' clash' : ''}${entry.status === 'draft' ? ' draft' : ''}`}
      data-session={entry.id}
      data-movable={entry.isAhead ? '' : undefined}
      data-hour={entry.from}
      data-where={entry.space ? `${entry.place.id}.${entry.space.id}` : String(entry.place.id)}
    >
      <b>{short ? hour(lang, entry.from) : `${hour(lang, entry.from)} – ${hour(lang, entry.to)}`}</b>{' '}
      <a href={`/plan/sessions/${entry.id}`}>
        {cancelled ? <s>{entry.title}</s> : entry.title}
        {entry.course && ` (${entry.course.index}/${entry.course.length})`}
      </a>
      {!short && (
        <small>
          <bdi>{entry.hosts.map(({ name }) => name).join(', ') || t('nobody')}</bdi>
          {' · '}
          {t('chairs', { taken: entry.seatsTaken, capacity: entry.capacity })}
        </small>
      )}
      {cancelled && <small class="bad">{t('status.cancelled')}</small>}
      {entry.status === 'draft' && <small>{t('status.draft')}</small>}
      {missing.map((lack) => (
        <small key={lack} class="bad">
          <Icon name="warn" /> {t(`lack.${lack}`)}
        </small>
      ))}
    </div>
  )
}
