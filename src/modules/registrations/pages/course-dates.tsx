import type { Session } from '#modules/programme/index.ts'
import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { datesKept } from '../domain/course.ts'
import { words } from '../words.ts'

type Props = {
  lang: Language
  dates: readonly Session[]
  now: Temporal.Instant
}

/** Every date of a course, those that are past or cancelled struck; nothing for a session on its own. */
export const CourseDates = ({ lang, dates, now }: Props) => {
  const t = words(lang)
  if (dates.length < 2) return null
  return (
    <>
      <p>
        <b>{t('courseTitle', { count: datesKept(dates).length })}</b>
      </p>
      <ol>
        {dates.map((date) => (
          <li key={date.id}>
            <DateLine lang={lang} date={date} now={now} />
          </li>
        ))}
      </ol>
    </>
  )
}

const DateLine = ({ lang, date, now }: { lang: Language; date: Session; now: Temporal.Instant }) => {
  const t = words(lang)
  const moment = sayMoment(lang, date.start, now)
  const isPast = Temporal.Instant.compare(date.end.toInstant(), now) <= 0
  if (date.status === 'cancelled' || isPast)
    return (
      <>
        <s>{moment}</s> ({t(date.status === 'cancelled' ? 'dateCancelled' : 'datePast')})
      </>
    )
  return (
    <>
      {moment}
      {date.movedFrom && ` (${t('dateMoved', { before: sayMoment(lang, date.movedFrom, now) })})`}
    </>
  )
}
