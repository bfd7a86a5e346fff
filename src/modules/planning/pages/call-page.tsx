import { type Session, wordsOf } from '#modules/programme/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { Ticket } from '#ui/ticket.tsx'
import { type CallWord, callWords } from '../call-words.ts'
import type { CallStatus } from '../db/calls.ts'

/** What a host is told once she hosts: nothing of it is in a message. */
export interface Briefing {
  /** How many people are to come, and their first names. */
  people: number
  names: string[]
  room: string | null
  kits: string[]
  door: string | null
  how: string | null
  colleagues: string[]
}

type Props = {
  readonly lang: Language
  readonly name: string
  readonly status: CallStatus
  /** Why she was asked: codes. */
  readonly reasons: readonly string[]
  readonly session: Session
  /** Null as long as she does not host it. */
  readonly briefing: Briefing | null
  readonly now: Temporal.Instant
  /** Forms of this page begin with it. */
  readonly base: string
  readonly refused: CallWord | null
}

/** The page behind the link of a call: one question, three answers; then what one needs to know. */
export const CallPage = (props: Props) => {
  const { lang, name, status, session, briefing, now, refused } = props
  const t = callWords(lang)
  const over = Temporal.Instant.compare(session.start.toInstant(), now) <= 0
  const cancelled = session.status === 'cancelled'
  const { activity, place } = session
  return (
    <>
      <h1>{status === 'asked' && !over && !cancelled ? t('ask', { name }) : t('call')}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(refused)}</p>
        </Note>
      )}
      {status !== 'asked' && !cancelled && (
        <Note role="status">
          <p>{t(`status.${briefing ? 'yes' : status === 'yes' ? 'withdrawn' : status}`)}</p>
        </Note>
      )}
      {(over || cancelled) && <p class="lead">{t(cancelled ? 'cancelled' : 'over')}</p>}
      <Ticket
        lang={lang}
        theme={activity.theme}
        format={activity.format}
        start={session.start}
        end={session.end}
        title={wordsOf(session, lang).title}
        heading="h2"
        languages={session.languages}
        placeLine={`${place.name}, ${place.address}, ${place.city}`}
        now={now}
        {...(cancelled && { standing: { kind: 'cancelled' as const } })}
      />
      {!over && !cancelled && <Answers {...props} />}
      {briefing && !cancelled && <Brief lang={lang} briefing={briefing} />}
      {briefing && !over && !cancelled && (
        <form class="stack" method="post" action={`${props.base}/withdrawal`}>
          <p>{t('withdrawHint')}</p>
          <Button alt wide>
            {t('withdraw')}
          </Button>
        </form>
      )}
    </>
  )
}

const Answers = ({ lang, status, reasons, briefing, base }: Props) => {
  const t = callWords(lang)
  if (briefing || status === 'taken') return null
  const why = reasons.filter((reason) => `you.${reason}` in callWords.messages.fr)
  return (
    <form class="stack" method="post" action={`${base}/answers`}>
      {why.length > 0 && status === 'asked' && (
        <p>
          {t('why')} {new Intl.ListFormat(lang).format(why.map((reason) => t(`you.${reason}` as CallWord)))}.
        </p>
      )}
      <Button wide icon="ok" name="answer" value="yes">
        {t('yes')}
      </Button>
      {status !== 'no' && status !== 'withdrawn' && (
        <Button alt wide name="answer" value="no">
          {t('no')}
        </Button>
      )}
      {status === 'asked' && (
        <Button alt wide name="answer" value="later">
          {t('later')}
        </Button>
      )}
    </form>
  )
}

/** Who comes, which room, with what, how to get in. */
export const Brief = ({ lang, briefing }: { readonly lang: Language; readonly briefing: Briefing }) => {
  const t = callWords(lang)
  const lines: [CallWord, string | null][] = [
    ['room', briefing.room],
    ['material', briefing.kits.join(', ') || null],
    ['door', briefing.door],
    ['how', briefing.how],
    ['colleagues', briefing.colleagues.join(', ') || null],
  ]
  return (
    <section class="stack" aria-labelledby="good">
      <h2 id="good">{t('good')}</h2>
      <p>
        <b>{t('comes', { count: briefing.people })}</b>
        {briefing.names.length > 0 && (
          <>
            <br />
            <bdi>{briefing.names.join(', ')}</bdi>
          </>
        )}
      </p>
      <dl class="stack">
        {lines.map(([word, value]) =>
          value ? (
            <div key={word}>
              <dt>
                <Icon name="ok" /> {t(word)}
              </dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}

/** A link nobody holds: what may have happened, and whom to call. */
export const CallLinkUnknown = ({ lang }: { readonly lang: Language }) => {
  const t = callWords(lang)
  return (
    <>
      <h1>{t('linkUnknown')}</h1>
      <p class="lead">{t('linkUnknownLead')}</p>
    </>
  )
}
