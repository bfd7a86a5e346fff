import type { ComponentChildren } from 'preact'
import { type Session, standingOf, wordsOf } from '#modules/programme/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Ticket, type TicketProps } from '#ui/ticket.tsx'
import { words } from '../words.ts'

const levels = {
  beginner: 'levelBeginner',
  intermediate: 'levelIntermediate',
  advanced: 'levelAdvanced',
} as const

/** Where a session stands, as a ticket shows it. */
export function ticketStanding(
  session: Session,
  now: Temporal.Instant,
  waiting: number,
): TicketProps['standing'] {
  const standing = standingOf(session, now)
  if (standing === 'cancelled' || standing === 'draft') return { kind: 'cancelled' }
  if (standing === 'over') return { kind: 'over' }
  if (session.seatsLeft === 0) return { kind: 'full', capacity: session.capacity, waiting }
  return { kind: 'open', free: session.seatsLeft, capacity: session.capacity }
}

type Props = {
  lang: Language
  session: Session
  now: Temporal.Instant
  waiting?: number
  /** The ticket of the session's own page has no title and no link. */
  own?: boolean
  stub?: TicketProps['stub']
  /** Left out where it would be beside the point: the ticket one prints. */
  standing?: TicketProps['standing']
  /** One level below the heading above it. */
  heading?: TicketProps['heading']
  children?: ComponentChildren
}

/** A session of the programme as the ticket it is, the same wherever it is shown. */
export const SessionTicket = ({
  lang,
  session,
  now,
  waiting = 0,
  own,
  stub,
  heading,
  children,
  ...rest
}: Props) => {
  const said = wordsOf(session, lang)
  const { activity, place } = session
  return (
    <Ticket
      lang={lang}
      theme={activity.theme}
      format={activity.format}
      start={session.start}
      end={session.end}
      now={now}
      standing={'standing' in rest ? rest.standing : ticketStanding(session, now, waiting)}
      title={own ? undefined : said.title}
      heading={heading}
      titleLang={activity.texts[lang] ? undefined : 'fr'}
      href={own ? undefined : `/sessions/${session.id}`}
      summary={own ? undefined : said.summary}
      placeLine={own ? undefined : `${place.name}, ${place.city}`}
      languages={session.languages}
      level={words(lang)(levels[activity.level])}
      moved={session.movedFrom !== null}
      stub={stub}
    >
      {children}
    </Ticket>
  )
}

/** The nearest similar sessions, or a person to call: nothing ends without a way on. */
export const SimilarSessions = ({
  lang,
  sessions,
  now,
}: {
  lang: Language
  sessions: Session[]
  now: Temporal.Instant
}) => {
  const t = words(lang)
  return (
    <>
      {sessions.length > 0 ? (
        <div class="tickets">
          {sessions.map((session) => (
            <SessionTicket key={session.id} lang={lang} session={session} now={now} />
          ))}
        </div>
      ) : (
        <p>{t('noSimilar')}</p>
      )}
      <p>
        <a href="/sessions">{t('allSessions')}</a>
      </p>
    </>
  )
}
