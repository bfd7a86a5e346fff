import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { whyWaiting } from '../domain/waiting.ts'
import type { RollCall } from '../read-roll-call.ts'
import { words } from '../words.ts'

/** Who waits, in which order, and why still. */
export const WaitingList = ({
  lang,
  call,
  now,
  today,
}: {
  readonly lang: Language
  readonly call: RollCall
  readonly now: Temporal.Instant
  /** The day of the session has come: somebody may be let in. */
  readonly today: boolean
}) => {
  const t = words(lang)
  const { session } = call
  const why = (line: RollCall['waiting'][number]): string => {
    if (line.offerExpiresAt && line.status === 'offered')
      return t('offered', {
        until: sayMoment(lang, line.offerExpiresAt.toZonedDateTimeISO(session.start.timeZoneId)),
      })
    // A course offers no chair once it has begun.
    const begins = call.dates.find(({ status }) => status !== 'cancelled') ?? session
    const reason = whyWaiting(line.party, session.seatsLeft, begins.start.toInstant(), now)
    return t(`why-${reason}`, { party: line.party, free: session.seatsLeft })
  }
  return (
    <section class="stack" aria-labelledby="waiting">
      <h2 id="waiting">{t('waitingList')}</h2>
      {call.waiting.length === 0 && <p>{t('waitingNone')}</p>}
      {call.waiting.length > 0 && (
        <ol class="wl">
          {call.waiting.map((line) => (
            <li key={line.id}>
              <span>
                <b>
                  {line.rank !== null && `${line.rank}. `}
                  <bdi>{line.name}</bdi>
                </b>
                <small>
                  {line.party > 1 && `${t('party', { party: line.party })} · `}
                  {why(line)}
                </small>
              </span>
              {session.status !== 'cancelled' && today && (
                <form method="post" action={`/desk/sessions/${session.id}/admissions`}>
                  <input type="hidden" name="registration" value={line.id} />
                  <Button alt>
                    {t('letIn')} <span class="vh">{line.name}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
