import type { Typed } from '#platform/http/form.ts'
import { type FieldErrors, typedText } from '#platform/http/form.ts'
import { type Language, sayDate, sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Field, Form, Select } from '#ui/form.tsx'
import type { Match } from '../db/matches.ts'
import type { Meeting } from '../db/meetings.ts'
import { nextSteps, type Side, ways } from '../domain/profile.ts'
import { words } from '../words.ts'
import { sayWrong } from './profile-fields.tsx'

/** A match as one of the two sees it. */
export interface SeenMatch {
  match: Match
  /** First name of the other. */
  other: string
  /** Who the other is, in a sentence. */
  about: string
  meetings: readonly Meeting[]
  words: ReadonlyMap<number, string>
}

type Props = {
  readonly lang: Language
  readonly side: Side
  /** Of the page, without a slash at its end. */
  readonly address: string
  readonly seen: SeenMatch
  readonly zone: string
  /** The form that came back, when it was for this match. */
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** One match: who, the meetings, proposing one, noting one, and the end of it without blame. */
export const MatchSection = (props: Props) => {
  const { lang, side, seen, zone } = props
  const t = words(lang)
  const { match } = seen
  return (
    <section class="stack" aria-labelledby={`match-${match.id}`}>
      <h2 id={`match-${match.id}`}>
        {t(side === 'founder' ? 'withMentor' : 'withFounder', { name: seen.other })}
      </h2>
      <p>
        {seen.about} {t('since', { date: sayDate(lang, match.tellAt.toZonedDateTimeISO(zone)) })}
      </p>
      <p class="hint">{t('numbers')}</p>
      <Meetings {...props} />
      <ProposeForm {...props} />
      <NoteForm {...props} />
      <details>
        <summary>{t('stopTitle')}</summary>
        <Form action={`${props.address}/stops`}>
          <p>{t('stopSaid')}</p>
          <input type="hidden" name="match" value={match.id} />
          {side === 'mentor' && <input type="hidden" name="again" value="yes" />}
          <p>
            {side === 'founder' ? (
              <>
                <Button alt name="again" value="yes">
                  {t('stopAgain')}
                </Button>{' '}
                <Button alt name="again" value="no">
                  {t('stopDone')}
                </Button>
              </>
            ) : (
              <Button alt>{t('stopMentor')}</Button>
            )}
          </p>
        </Form>
      </details>
    </section>
  )
}

const Meetings = ({ lang, side, address, seen, zone }: Props) => {
  const t = words(lang)
  return (
    <>
      <h3>{t('meetings')}</h3>
      {seen.meetings.length === 0 && <p>{t('noMeetings')}</p>}
      <ul class="stack">
        {seen.meetings.map((meeting) => {
          const open = meeting.status === 'proposed' || meeting.status === 'agreed'
          return (
            <li key={meeting.id}>
              <b>{sayMoment(lang, meeting.startsAt.toZonedDateTimeISO(zone))}</b> · {t(`how.${meeting.how}`)}{' '}
              ·{' '}
              {meeting.status === 'held'
                ? t('meeting.held', { minutes: meeting.minutes ?? 0 })
                : t(`meeting.${meeting.status as 'proposed' | 'agreed'}`)}
              {meeting.nextStep && ` · ${t('thenNext', { step: t(`next.${meeting.nextStep}`) })}`}
              {seen.words.has(meeting.id) && (
                <>
                  {' '}
                  · <bdi>{seen.words.get(meeting.id)}</bdi>
                </>
              )}
              {open && (
                <Form action={`${address}/answers`} class="noprint">
                  <input type="hidden" name="meeting" value={meeting.id} />
                  <p class="row">
                    {meeting.status === 'proposed' && meeting.saidBy !== side && (
                      <Button name="answer" value="agree" icon="ok">
                        {t('agree')}
                      </Button>
                    )}
                    <Button alt name="answer" value="call-off">
                      {t('callOff')}
                    </Button>
                  </p>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Fields of a form that came back are filled again, those of the other are empty. */
const filled = ({ typed, errors, seen, lang }: Props, form: string) => {
  const isIt = typedText(typed, 'match') === String(seen.match.id) && typedText(typed, 'form') === form
  const wrong = sayWrong(lang, isIt ? errors : {})
  return { text: (name: string) => (isIt ? typedText(typed, name) : ''), wrong, isIt }
}

const ProposeForm = (props: Props) => {
  const { lang, address, seen } = props
  const t = words(lang)
  const { text, wrong, isIt } = filled(props, 'propose')
  const id = (name: string) => `${name}-p${seen.match.id}`
  return (
    <details open={isIt || undefined}>
      <summary>{t('proposeTitle')}</summary>
      <Form action={`${address}/meetings`}>
        <input type="hidden" name="match" value={seen.match.id} />
        <input type="hidden" name="form" value="propose" />
        <Field
          id={id('day')}
          name="day"
          type="date"
          label={t('day')}
          value={text('day')}
          error={wrong('day')}
        />
        <Field
          id={id('hour')}
          name="hour"
          type="time"
          label={t('hour')}
          value={text('hour')}
          error={wrong('hour')}
        />
        <Select
          id={id('how')}
          name="how"
          label={t('how')}
          value={text('how') || 'centre'}
          error={wrong('how')}
          options={ways.map((way) => ({ value: way, label: t(`how.${way}`) }))}
        />
        <p>
          <Button icon="ok">{t('propose')}</Button>
        </p>
      </Form>
    </details>
  )
}

const NoteForm = (props: Props) => {
  const { lang, address, seen } = props
  const t = words(lang)
  const { text, wrong, isIt } = filled(props, 'note')
  const id = (name: string) => `${name}-n${seen.match.id}`
  return (
    <details open={isIt || undefined}>
      <summary>{t('noteTitle')}</summary>
      <Form action={`${address}/notes`}>
        <input type="hidden" name="match" value={seen.match.id} />
        <input type="hidden" name="form" value="note" />
        <Field
          id={id('day')}
          name="day"
          type="date"
          label={t('day')}
          value={text('day')}
          error={wrong('day')}
        />
        <Field
          id={id('minutes')}
          name="minutes"
          type="number"
          inputMode="numeric"
          label={t('minutes')}
          value={text('minutes')}
          error={wrong('minutes')}
        />
        <Select
          id={id('how')}
          name="how"
          label={t('how')}
          value={text('how') || 'centre'}
          error={wrong('how')}
          options={ways.map((way) => ({ value: way, label: t(`how.${way}`) }))}
        />
        <Select
          id={id('next')}
          name="next"
          label={t('next')}
          value={text('next')}
          options={[
            { value: '', label: t('nextNone') },
            ...nextSteps.map((step) => ({ value: step, label: t(`next.${step}`) })),
          ]}
        />
        <Field
          id={id('words')}
          name="words"
          label={t('note')}
          hint={t('noteHint')}
          maxLength={120}
          value={text('words')}
          error={wrong('words')}
          dir="auto"
        />
        <p>
          <Button icon="ok">{t('noteIt')}</Button>
        </p>
      </Form>
    </details>
  )
}

/** Ranking up to five people of the other side, if one wishes. */
export const WishForm = ({
  lang,
  address,
  others,
  ranked,
}: {
  readonly lang: Language
  readonly address: string
  readonly others: readonly { id: number; label: string }[]
  readonly ranked: readonly number[]
}) => {
  const t = words(lang)
  if (others.length === 0) return null
  return (
    <details>
      <summary>{t('wishTitle')}</summary>
      <Form action={`${address}/wishes`}>
        <p>{t('wishSaid')}</p>
        {Array.from({ length: Math.min(5, others.length) }, (_, at) => (
          <Select
            key={at}
            name={`wish${at + 1}`}
            label={t('wish', { rank: at + 1 })}
            value={String(ranked[at] ?? 0)}
            options={[
              { value: '0', label: t('wishNone') },
              ...others.map(({ id, label }) => ({ value: String(id), label })),
            ]}
          />
        ))}
        <p>
          <Button alt icon="ok">
            {t('keepWishes')}
          </Button>
        </p>
      </Form>
    </details>
  )
}
