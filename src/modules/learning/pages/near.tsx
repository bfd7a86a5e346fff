import type { Hit } from '#modules/discovery/index.ts'
import { type Session, standingOf, wordsOf } from '#modules/programme/index.ts'
import { isWalk, type Language, sayDistance } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Field, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { Ticket, type TicketProps } from '#ui/ticket.tsx'
import type { Near } from '../read-near.ts'
import { words } from '../words.ts'

function ticketStanding(session: Session, now: Temporal.Instant): TicketProps['standing'] {
  const standing = standingOf(session, now)
  if (standing === 'cancelled' || standing === 'draft') return { kind: 'cancelled' }
  if (standing === 'over') return { kind: 'over' }
  if (session.seatsLeft === 0) return { kind: 'full', capacity: session.capacity, waiting: 0 }
  return { kind: 'open', free: session.seatsLeft, capacity: session.capacity }
}

/** Sessions to come, as tickets. */
export const NextTickets = ({
  lang,
  hits,
  now,
}: {
  readonly lang: Language
  readonly hits: readonly Hit[]
  readonly now: Temporal.Instant
}) => (
  <div class="tickets">
    {hits.map(({ session, metres }) => {
      const said = wordsOf(session, lang)
      return (
        <Ticket
          key={session.id}
          lang={lang}
          theme={session.activity.theme}
          format={session.activity.format}
          start={session.start}
          end={session.end}
          now={now}
          standing={ticketStanding(session, now)}
          title={said.title}
          titleLang={session.activity.texts[lang] ? undefined : 'fr'}
          href={`/sessions/${session.id}`}
          summary={said.summary}
          placeLine={`${session.place.name}, ${session.place.city}`}
          distance={metres === null ? undefined : { text: sayDistance(lang, metres), onFoot: isWalk(metres) }}
          languages={session.languages}
          stepFree={session.place.stepFree === true}
        />
      )
    })}
  </div>
)

type Props = {
  readonly lang: Language
  readonly near: Near
  readonly town: string
  readonly now: Temporal.Instant
  /** The page the question leads back to, and what it must not forget. */
  readonly action: string
  readonly keep: Readonly<Record<string, string>>
}

/** One question, « which town? », and the two next sessions there. */
export const NearHome = ({ lang, near, town, now, action, keep }: Props) => {
  const t = words(lang)
  const address = (text: string) => `${action}?${new URLSearchParams({ ...keep, near: text })}#near-home`
  return (
    <section id="near-home" class="stack" aria-labelledby="near-title">
      <h2 id="near-title">{t('nearTitle')}</h2>
      {near.kind === 'found' && near.hits.length > 0 && (
        <NextTickets lang={lang} hits={near.hits} now={now} />
      )}
      {near.kind === 'found' && near.hits.length === 0 && <p>{t('nearNone')}</p>}
      {near.kind === 'unknown' && (
        <Note kind="no">
          <p>{t('nearUnknown')}</p>
        </Note>
      )}
      {near.kind === 'which' && <p>{t('nearWhich')}</p>}
      {(near.kind === 'which' || near.kind === 'unknown') && (
        <ul class="needs">
          {(near.kind === 'which' ? near.candidates : near.suggestions).map(({ text, name, departement }) => (
            <li key={text}>
              <a href={address(text)}>
                <bdi>
                  {name}, {departement}
                </bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      <Form action={`${action}#near-home`} method="get" class="ask">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field name="near" label={t('nearField')} hint={t('nearHint')} value={town} dir="auto" />
        <Button alt icon="pin">
          {t('nearGo')}
        </Button>
      </Form>
    </section>
  )
}
