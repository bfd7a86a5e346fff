import { type Session, wordsOf } from '#modules/programme/index.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import { type Language, sayDate, sayHours, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Chairs } from '#ui/chairs.tsx'
import { Choice, ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import type { Choices } from '../db/calendar.ts'
import type { readHoldings } from '../db/session.ts'
import { scopes } from '../domain/scope.ts'
import { type Word, words } from '../words.ts'
import { placesOf } from './new-page.tsx'

export type Held = Awaited<ReturnType<typeof readHoldings>>

type SessionProps = {
  readonly lang: Language
  readonly session: Session
  readonly held: Held
  readonly choices: Choices
  readonly now: Temporal.Instant
  readonly said: string | null
  readonly errors: FieldErrors
}

/** A session as its coordinator sees it: what it lacks, who hosts, and the gestures: publish, move, copy, print, cancel. */
export const SessionPage = (props: SessionProps) => {
  const { lang, session, held, now, said, errors } = props
  const t = words(lang)
  const over = Temporal.Instant.compare(session.start.toInstant(), now) <= 0 || session.status === 'cancelled'
  return (
    <>
      <p class="kind">
        {t(`status.${session.status}`)}
        {session.course &&
          ` · ${t('courseDate', { index: session.course.index, length: session.course.length })}`}
      </p>
      <h1>{wordsOf(session, lang).title}</h1>
      <p class="lead">
        {sayDate(lang, session.start, now)}, {sayHours(lang, session.start, session.end)}
        <br />
        <bdi>
          {session.place.name}
          {held.spaceName && ` · ${held.spaceName}`}
        </bdi>
      </p>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
      />
      <p class="row noprint">
        {session.status === 'draft' && !over && (
          <form method="post" action="/plan/publications">
            <input type="hidden" name="back" value={`/plan/sessions/${session.id}`} />
            <input type="hidden" name="sessions" value={session.id} />
            <Button>{t('publish')}</Button>
          </form>
        )}
        <LinkButton alt href={`/print?session=${session.id}`} icon="print">
          {t('print')}
        </LinkButton>
        {session.status === 'published' && (
          <LinkButton alt href={`/desk/sessions/${session.id}`}>
            {t('rollCall')}
          </LinkButton>
        )}
        {session.status === 'published' && (
          <LinkButton alt href={`/sessions/${session.id}`}>
            {t('publicPage')}
          </LinkButton>
        )}
      </p>
      <Chairs lang={lang} free={session.seatsLeft} capacity={session.capacity} />
      {!over && session.movedFrom && (
        <p>
          <a href={wayBack(session, session.movedFrom)}>
            {t('moveBack', { moment: sayMoment(lang, session.movedFrom) })}
          </a>
        </p>
      )}
      {!over && <Gestures {...props} />}
      {held.seriesId !== null && (
        <p>
          <a href={`/plan?lack=&span=month&by=space&day=${session.start.toPlainDate().toString()}`}>
            {t('seeSeries')}
          </a>
        </p>
      )}
    </>
  )
}

/** The page of the move that undoes the last one. */
const wayBack = ({ id, place, spaceId }: Session, from: Temporal.ZonedDateTime) =>
  `/plan/sessions/${id}/move?${new URLSearchParams({
    day: from.toPlainDate().toString(),
    hour: from.toPlainTime().toString({ smallestUnit: 'minute' }),
    where: spaceId ? `${place.id}.${spaceId}` : String(place.id),
    scope: 'one',
  })}`

const Gestures = ({ lang, session, held, choices }: SessionProps) => {
  const t = words(lang)
  const missing = held.hostsNeeded - held.hosts.length
  return (
    <div class="two">
      <div class="stack">
        <Form action={`/plan/sessions/${session.id}/hosts`} title={t('who')} id="who">
          {missing > 0 && (
            <p class="bad">
              <Icon name="warn" /> {t('hostsMissing', { count: missing })}
            </p>
          )}
          <Choice
            name="hosts"
            type="checkbox"
            label={t('hosts')}
            value={held.hosts.map(({ id }) => String(id))}
            options={choices.members.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          {choices.kits.length > 0 && (
            <Choice
              name="kits"
              type="checkbox"
              label={t('kits')}
              value={held.kits.map(({ id }) => String(id))}
              options={choices.kits.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
          <ScopeChoice lang={lang} held={held} id="hosts-scope" />
          <Button alt>{t('saveHosts')}</Button>
          {missing > 0 && (
            <p>
              <a href={`/plan/sessions/${session.id}/calls`}>{t('askTeam')}</a>
            </p>
          )}
        </Form>
        <Form action={`/plan/sessions/${session.id}/seats`} title={t('seats')} class="join">
          <Field name="capacity" label={t('capacity')} inputMode="numeric" value={session.capacity} />
          <Button alt>{t('saveSeats')}</Button>
        </Form>
      </div>
      <div class="stack">
        <Form action={`/plan/sessions/${session.id}/move`} method="get" title={t('move')} id="move">
          <Field name="day" type="date" label={t('day')} value={session.start.toPlainDate().toString()} />
          <Field
            name="hour"
            type="time"
            label={t('hour')}
            value={session.start.toPlainTime().toString({ smallestUnit: 'minute' })}
          />
          <Select
            name="where"
            label={t('where')}
            value={session.spaceId ? `${session.place.id}.${session.spaceId}` : String(session.place.id)}
            options={placesOf(choices)}
          />
          <ScopeChoice lang={lang} held={held} id="move-scope" />
          <Button alt>{t('seeMove')}</Button>
        </Form>
        <Form action={`/plan/sessions/${session.id}/copies`} title={t('copy')}>
          <Field
            id="copy-day"
            name="day"
            type="date"
            label={t('day')}
            value={session.start.add({ days: 7 }).toPlainDate().toString()}
          />
          <Field
            id="copy-hour"
            name="hour"
            type="time"
            label={t('hour')}
            value={session.start.toPlainTime().toString({ smallestUnit: 'minute' })}
          />
          <Button alt>{t('makeCopy')}</Button>
        </Form>
        <Form action={`/plan/sessions/${session.id}/cancel`} method="get" title={t('cancel')}>
          <ScopeChoice lang={lang} held={held} id="cancel-scope" />
          <Button alt>{t('seeCancel')}</Button>
        </Form>
      </div>
    </div>
  )
}

/** This one, this and the following, or all: asked only of a session that is part of a series. */
export const ScopeChoice = ({
  lang,
  held,
  id,
  value = 'one',
}: {
  readonly lang: Language
  readonly held: Pick<Held, 'seriesId'>
  readonly id: string
  readonly value?: string
}) => {
  if (held.seriesId === null) return null
  const t = words(lang)
  return (
    <Select
      id={id}
      name="scope"
      label={t('scope')}
      value={value}
      options={scopes.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
    />
  )
}
