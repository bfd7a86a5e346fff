import type { nomadic } from '#modules/network/index.ts'
import { isLanguage, type Language, languages, sayDate, sayHours } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { stopWords } from '../stop-words.ts'
import { type Found, StopClash } from './stop-clash.tsx'

/** Whom a change of stops reaches. */
export type Reached = {
  readonly stops: number
  readonly sessions: number
  /** Registrations for those sessions. */
  readonly joined: number
  /** Those who wait for the team and know of the stop, by language. */
  readonly waiting: readonly { language: string; people: number }[]
}

type Shared = {
  readonly lang: Language
  readonly stop: nomadic.PlannedStop
  readonly scope: string
  readonly reached: Reached
  /** What those who wait will read. */
  readonly preview: (language: Language) => string
}

const Told = ({ lang, reached, preview }: Pick<Shared, 'lang' | 'reached' | 'preview'>) => {
  const t = stopWords(lang)
  const nobody = reached.joined === 0 && reached.waiting.length === 0
  return (
    <section class="stack">
      <h2>{t('toldTitle')}</h2>
      {nobody && <p>{t('toldNobody')}</p>}
      {reached.joined > 0 && <p>{t('toldJoined', { count: reached.joined })}</p>}
      {reached.waiting.map(({ language, people }) => {
        const known = isLanguage(language) ? language : 'fr'
        return (
          <div key={language} class="stack">
            <p>
              <b>{languages[known].ownName}</b> · {t('toldWaiting', { count: people })}
            </p>
            <p class="sms small" lang={known} dir={languages[known].dir}>
              {preview(known)}
            </p>
          </div>
        )
      })}
    </section>
  )
}

const Keep = ({ lang, stop }: Pick<Shared, 'lang' | 'stop'>) => (
  <LinkButton alt href={`/plan/stops/${stop.id}`}>
    {stopWords(lang)('keep')}
  </LinkButton>
)

type MoveProps = Shared & {
  readonly to: {
    place: { id: number; name: string }
    start: Temporal.ZonedDateTime
    end: Temporal.ZonedDateTime
  }
  readonly found: Found
  readonly refused: string | null
}

/** Before a move: from when and where to when and where, what it would run into, who is told. */
export const StopMovePage = ({ lang, stop, scope, reached, preview, to, found, refused }: MoveProps) => {
  const t = stopWords(lang)
  const hour = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' })
  const hidden = {
    place: String(to.place.id),
    day: to.start.toPlainDate().toString(),
    from: hour(to.start),
    to: hour(to.end),
    scope,
  }
  const link = (at: Temporal.ZonedDateTime) =>
    `/plan/stops/${stop.id}/move?${new URLSearchParams({
      ...hidden,
      day: at.toPlainDate().toString(),
      from: hour(at),
      to: hour(at.add(to.start.until(to.end))),
    })}`
  return (
    <>
      <p class="kind">
        <bdi>{stop.place.name}</bdi>
      </p>
      <h1>{t('moveTitle', { count: reached.stops })}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{refused}</p>
        </Note>
      )}
      <dl class="facts">
        <dt>{t('now')}</dt>
        <dd>
          <s>
            {sayDate(lang, stop.start)}, {sayHours(lang, stop.start, stop.end)}, <bdi>{stop.place.name}</bdi>
          </s>
        </dd>
        <dt>{t('then')}</dt>
        <dd>
          <b>
            {sayDate(lang, to.start)}, {sayHours(lang, to.start, to.end)}, <bdi>{to.place.name}</bdi>
          </b>
        </dd>
      </dl>
      <StopClash lang={lang} timeZone={to.start.timeZoneId} found={found} link={link} />
      <p>{t('sessionsMove', { count: reached.sessions })}</p>
      <Told lang={lang} reached={reached} preview={preview} />
      <form class="row" method="post" action={`/plan/stops/${stop.id}/moves`}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {found.clashes.length === 0 && <Button>{t('doMove')}</Button>}
        <Keep lang={lang} stop={stop} />
      </form>
    </>
  )
}

/** Before a cancellation: how many stops and sessions, who is told and what they read. */
export const StopCancelPage = ({ lang, stop, scope, reached, preview }: Shared) => {
  const t = stopWords(lang)
  return (
    <>
      <p class="kind">
        <bdi>{stop.place.name}</bdi>
      </p>
      <h1>{t('cancelTitle', { count: reached.stops })}</h1>
      <p class="lead">
        {sayDate(lang, stop.start)}, {sayHours(lang, stop.start, stop.end)}
      </p>
      <p>{t('sessionsCancelled', { count: reached.sessions })}</p>
      <Told lang={lang} reached={reached} preview={preview} />
      <form class="row" method="post" action={`/plan/stops/${stop.id}/cancellations`}>
        <input type="hidden" name="scope" value={scope} />
        <Button>{t('doCancel')}</Button>
        <Keep lang={lang} stop={stop} />
      </form>
    </>
  )
}
