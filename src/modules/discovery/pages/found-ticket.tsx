import { standingOf, wordsOf } from '#modules/programme/index.ts'
import { isWalk, type Language, sayDistance } from '#platform/i18n/index.ts'
import { Ticket, type TicketProps } from '#ui/ticket.tsx'
import type { Hit } from '../search.ts'
import type { Shown } from '../with-crowd.ts'
import { words } from '../words.ts'

const levels = {
  beginner: 'levelBeginner',
  intermediate: 'levelIntermediate',
  advanced: 'levelAdvanced',
} as const

type Props = {
  lang: Language
  hit: Shown
  now: Temporal.Instant
  /** One level below the heading above it. */
  heading?: TicketProps['heading']
}

function standing({ session }: Hit, now: Temporal.Instant, waiting: number): TicketProps['standing'] {
  const is = standingOf(session, now)
  if (is === 'cancelled' || is === 'draft') return { kind: 'cancelled' }
  if (is === 'over') return { kind: 'over' }
  if (session.seatsLeft === 0) return { kind: 'full', capacity: session.capacity, waiting }
  return { kind: 'open', free: session.seatsLeft, capacity: session.capacity }
}

/** A session found: its ticket, with the way there when somebody said where they live. */
export const FoundTicket = ({ lang, hit, now, heading }: Props) => {
  const { session, metres } = hit
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
      standing={standing(hit, now, hit.waiting)}
      title={said.title}
      heading={heading}
      titleLang={activity.texts[lang] ? undefined : 'fr'}
      href={`/sessions/${session.id}`}
      summary={said.summary}
      placeLine={place.name.includes(place.city) ? place.name : `${place.name}, ${place.city}`}
      distance={metres === null ? undefined : { text: sayDistance(lang, metres), onFoot: isWalk(metres) }}
      languages={session.languages}
      level={words(lang)(levels[activity.level])}
      stepFree={place.stepFree === true}
      moved={session.movedFrom !== null}
    >
      {hit.dates > 1 && (
        <p>
          <b>{words(lang)('courseDates', { count: hit.dates })}</b>
        </p>
      )}
    </Ticket>
  )
}

/** Several of them. */
export const FoundTickets = ({
  hits,
  ...rest
}: {
  lang: Language
  hits: readonly Shown[]
  now: Temporal.Instant
  heading?: TicketProps['heading']
}) => (
  <div class="tickets">
    {hits.map((hit) => (
      <FoundTicket key={hit.session.id} hit={hit} {...rest} />
    ))}
  </div>
)
