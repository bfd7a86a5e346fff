import type { nomadic } from '#modules/network/index.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { SessionHere } from '../db/stop.ts'
import { type StopWord, stopWords } from '../stop-words.ts'
import { type Found, StopClash } from './stop-clash.tsx'
import { OutingFields, PlaceField, type StopChoices, WhenFields } from './stop-fields.tsx'
import { Standing } from './stop-list.tsx'

type Props = {
  readonly lang: Language
  readonly stop: nomadic.PlannedStop
  readonly sessions: readonly SessionHere[]
  readonly choices: StopChoices
  readonly now: Temporal.Instant
  readonly said: string | null
  /** A form that came back. */
  readonly typed: Typed | null
  readonly errors: FieldErrors
  readonly found: Found | null
}

/** What a stop is now, as its forms would say it. */
export const typedOf = (stop: nomadic.PlannedStop): Typed => ({
  place: String(stop.place.id),
  day: stop.start.toPlainDate().toString(),
  from: stop.start.toPlainTime().toString({ smallestUnit: 'minute' }),
  to: stop.end.toPlainTime().toString({ smallestUnit: 'minute' }),
  hosts: stop.hosts.map(({ id }) => String(id)),
  kits: stop.kits.map(({ id }) => String(id)),
  vehicle: stop.vehicle ? String(stop.vehicle.id) : '',
  offers: stop.offers,
  wayFr: stop.howToFind.fr ?? '',
  wayEn: stop.howToFind.en ?? '',
  wayAr: stop.howToFind.ar ?? '',
})

/** A stop as its coordinator sees it: what it lacks, the sessions held there, and the gestures. */
export const StopPage = (props: Props) => {
  const { lang, stop, sessions, now, said, errors, found } = props
  const t = stopWords(lang)
  const over = Temporal.Instant.compare(stop.end.toInstant(), now) <= 0 || stop.status === 'cancelled'
  const day = stop.start.toPlainDate().toString()
  return (
    <>
      <p class="kind">{t(stop.roundId === null ? 'stops' : 'ofRound')}</p>
      <h1>
        <bdi>{`${stop.place.name}, ${stop.place.city}`}</bdi>
      </h1>
      <p class="lead">
        {sayDate(lang, stop.start, now)}, {sayHours(lang, stop.start, stop.end)}
      </p>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({
          ...(field !== 'form' && { field }),
          message: t(word as StopWord),
        }))}
      />
      {found && (
        <StopClash
          lang={lang}
          timeZone={stop.place.timeZone}
          found={found}
          link={(at) => moveLink(stop, at)}
        />
      )}
      <p>
        <Standing lang={lang} stop={stop} />
      </p>
      <p class="row noprint">
        <LinkButton alt href={`/stops/${stop.id}`}>
          {t('publicPage')}
        </LinkButton>
        <LinkButton alt href={`/print?stop=${stop.id}`} icon="print">
          {t('print')}
        </LinkButton>
        <LinkButton alt href={`/plan/stops?day=${day}`}>
          {t('stops')}
        </LinkButton>
      </p>
      <section class="stack">
        <h2>{t('sessionsHere')}</h2>
        {sessions.length === 0 ? <p>{t('noSessions')}</p> : <Sessions lang={lang} sessions={sessions} />}
        {!over && (
          <p>
            <a href={`/plan/new?where=${stop.place.id}&day=${day}&hour=${typedOf(stop).from}`}>
              {t('addSession')}
            </a>
          </p>
        )}
      </section>
      {!over && <Gestures {...props} />}
    </>
  )
}

/** The page of the move to another time of the same length. */
const moveLink = (stop: nomadic.PlannedStop, at: Temporal.ZonedDateTime) =>
  `/plan/stops/${stop.id}/move?${new URLSearchParams({
    place: String(stop.place.id),
    day: at.toPlainDate().toString(),
    from: at.toPlainTime().toString({ smallestUnit: 'minute' }),
    to: at.add(stop.start.until(stop.end)).toPlainTime().toString({ smallestUnit: 'minute' }),
  })}`

const Sessions = ({ lang, sessions }: Pick<Props, 'lang' | 'sessions'>) => (
  <ul class="wl">
    {sessions.map((session) => (
      <li key={session.id}>
        <a href={`/plan/sessions/${session.id}`}>{session.title}</a>
        <span>
          {sayHours(lang, session.start, session.end)} ·{' '}
          {stopWords(lang)('joined', { count: session.joined })}
        </span>
      </li>
    ))}
  </ul>
)

const Gestures = ({ lang, stop, choices, typed, errors }: Props) => {
  const t = stopWords(lang)
  const now = typedOf(stop)
  return (
    <div class="two">
      <Form action={`/plan/stops/${stop.id}/outing`} title={t('outing')}>
        <OutingFields lang={lang} choices={choices} typed={typed ?? now} errors={errors} />
        <Button alt>{t('save')}</Button>
      </Form>
      <div class="stack">
        <Form action={`/plan/stops/${stop.id}/move`} method="get" title={t('move')} id="move">
          <PlaceField lang={lang} choices={choices} typed={now} errors={{}} withNew={false} />
          <WhenFields lang={lang} typed={now} errors={{}} />
          <ScopeField lang={lang} stop={stop} id="move-scope" />
          <Button alt>{t('seeMove')}</Button>
        </Form>
        <Form action={`/plan/stops/${stop.id}/cancel`} method="get" title={t('cancel')}>
          <ScopeField lang={lang} stop={stop} id="cancel-scope" />
          <Button alt>{t('seeCancel')}</Button>
        </Form>
      </div>
    </div>
  )
}

const ScopeField = ({ lang, stop, id }: Pick<Props, 'lang' | 'stop'> & { readonly id: string }) => {
  if (stop.roundId === null) return null
  const t = stopWords(lang)
  return (
    <Select
      id={id}
      name="scope"
      label={t('scope')}
      options={(['one', 'following'] as const).map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
    />
  )
}
