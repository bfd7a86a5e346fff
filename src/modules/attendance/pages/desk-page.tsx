import { wordsOf } from '#modules/programme/index.ts'
import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { Empty } from '#ui/empty.tsx'
import type { Desk } from '../read-desk.ts'
import { words } from '../words.ts'
import { type Call, Calls } from './calls.tsx'

type Line = Desk['days'][number]['sessions'][number]

const Figures = ({ lang, session, figures }: Line & { lang: Language }) => {
  const t = words(lang)
  if (session.status === 'cancelled') return <b class="bad">{t('cancelled')}</b>
  const here = (figures?.present ?? 0) + (figures?.unnamed ?? 0)
  return (
    <span>
      <b>{t('line', { confirmed: figures?.confirmed ?? 0, capacity: session.capacity })}</b>
      {figures && figures.waiting > 0 && ` · ${t('lineWaiting', { waiting: figures.waiting })}`}
      {here > 0 && ` · ${t('linePresent', { present: here })}`}
    </span>
  )
}

type DeskProps = {
  readonly lang: Language
  readonly now: Temporal.Instant
  readonly desk: Desk
  /** Undefined for those who do not call people back. */
  readonly calls: readonly Call[] | undefined
}

/** Today and the coming days at the door, one line a session. */
export const DeskPage = ({ lang, now, desk, calls }: DeskProps) => {
  const t = words(lang)
  return (
    <>
      <div class="split">
        <h1>{t('desk')}</h1>
        <p>{t('deskLead')}</p>
      </div>
      <div class="two">
        <div class="stack">
          {desk.days.length === 0 && (
            <Empty title={t('emptyTitle')}>
              <p>{t('emptyLead')}</p>
            </Empty>
          )}
          {desk.days.map(({ date, sessions }) => (
            <section key={date.toString()} class="stack">
              <h2>
                {isToday(date, now) && `${t('today')}, `}
                {sayDate(lang, date)}
              </h2>
              <ul class="wl">
                {sessions.map((line) => (
                  <li key={line.session.id}>
                    <span>
                      <b>{sayHours(lang, line.session.start, line.session.end)}</b>{' '}
                      <a href={`/desk/sessions/${line.session.id}`}>{wordsOf(line.session, lang).title}</a>
                      <small>{line.session.place.name}</small>
                    </span>
                    <Figures lang={lang} {...line} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <div class="stack side">
          {calls && <Calls lang={lang} calls={calls} />}
          {calls && (
            <p>
              <a href="/desk/messages">{t('messagesLink')}</a>
            </p>
          )}
        </div>
      </div>
    </>
  )
}

const isToday = (date: Temporal.ZonedDateTime, now: Temporal.Instant) =>
  date.toPlainDate().equals(now.toZonedDateTimeISO(date.timeZoneId).toPlainDate())
