import { type Session, type season, wordsOf } from '#modules/programme/index.ts'
import { isLanguage, type Language, languages, sayDate, sayHours, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import type { Reached } from '../read-session.ts'
import { words } from '../words.ts'
import { ClashList } from './clash-list.tsx'

/** Who will be told, and what they will read. Nothing leaves before the coordinator says so. */
const Told = ({
  lang,
  reached,
  preview,
}: {
  readonly lang: Language
  readonly reached: Reached
  readonly preview: (language: Language) => string
}) => {
  const t = words(lang)
  const parties = reached.told.reduce((sum, line) => sum + line.parties, 0)
  if (parties === 0) return <p>{t('toldNobody')}</p>
  return (
    <section class="stack">
      <h2>{t('toldTitle', { count: parties })}</h2>
      <p>{t('toldLead')}</p>
      {reached.told.map(({ language, parties: count, phones, emails }) => {
        const known = isLanguage(language) ? language : 'fr'
        const alone = count - phones - emails
        return (
          <div key={language} class="stack">
            <p>
              <b>{languages[known].ownName}</b> · {t('toldWays', { phones, emails })}
              {alone > 0 && <span class="bad"> {t('toldAlone', { count: alone })}</span>}
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

type MoveProps = {
  readonly lang: Language
  readonly session: Session
  readonly to: Session
  readonly scope: string
  readonly where: string
  readonly reached: Reached
  readonly found: {
    clashes: season.Clash[]
    freeSpaces: { id: number; name: string }[]
    freeTimes: Temporal.ZonedDateTime[]
  }
  readonly preview: (language: Language) => string
  readonly refused: string | null
}

/** Before a move: from when and where to when and where, what it would run into, who is told. */
export const MovePage = ({
  lang,
  session,
  to,
  scope,
  where,
  reached,
  found,
  preview,
  refused,
}: MoveProps) => {
  const t = words(lang)
  const hidden = {
    day: to.start.toPlainDate().toString(),
    hour: to.start.toPlainTime().toString({ smallestUnit: 'minute' }),
    where,
    scope,
  }
  const link = (change: Partial<typeof hidden>) =>
    `/plan/sessions/${session.id}/move?${new URLSearchParams({ ...hidden, ...change })}`
  return (
    <>
      <p class="kind">{wordsOf(session, lang).title}</p>
      <h1>{t('moveTitle', { count: reached.sessions.length })}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{refused}</p>
        </Note>
      )}
      <dl class="facts">
        <dt>{t('now')}</dt>
        <dd>
          <s>
            {sayDate(lang, session.start)}, {sayHours(lang, session.start, session.end)},{' '}
            <bdi>{session.place.name}</bdi>
          </s>
        </dd>
        <dt>{t('then')}</dt>
        <dd>
          <b>
            {sayDate(lang, to.start)}, {sayHours(lang, to.start, to.end)}, <bdi>{to.place.name}</bdi>
          </b>
        </dd>
      </dl>
      {found.clashes.length > 0 && (
        <Note kind="no" role="alert">
          <p>
            <b>{t('moveClashes')}</b>
          </p>
          <ClashList lang={lang} clashes={found.clashes} timeZone={to.start.timeZoneId} />
          <p>{t('nearestFree')}</p>
          <ul>
            {found.freeSpaces.map(({ id, name }) => (
              <li key={id}>
                <a href={link({ where: `${to.place.id}.${id}` })}>{t('otherSpace', { name })}</a>
              </li>
            ))}
            {found.freeTimes.map((at) => (
              <li key={at.toString()}>
                <a
                  href={link({
                    day: at.toPlainDate().toString(),
                    hour: at.toPlainTime().toString({ smallestUnit: 'minute' }),
                  })}
                >
                  {sayMoment(lang, at)}
                </a>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Told lang={lang} reached={reached} preview={preview} />
      <form class="row" method="post" action={`/plan/sessions/${session.id}/moves`}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {found.clashes.length === 0 && <Button>{t('doMove')}</Button>}
        <LinkButton alt href={`/plan/sessions/${session.id}#move`}>
          {t('back')}
        </LinkButton>
      </form>
    </>
  )
}

type CancelProps = {
  readonly lang: Language
  readonly session: Session
  readonly scope: string
  readonly reached: Reached
  readonly similar: readonly Session[]
  readonly preview: (language: Language) => string
}

/** Before a cancellation: how many sessions, who is told and what they read, what is proposed instead. */
export const CancelPage = ({ lang, session, scope, reached, similar, preview }: CancelProps) => {
  const t = words(lang)
  return (
    <>
      <p class="kind">{wordsOf(session, lang).title}</p>
      <h1>
        {t(session.status === 'draft' ? 'throwTitle' : 'cancelTitle', { count: reached.sessions.length })}
      </h1>
      <p class="lead">
        {sayDate(lang, session.start)}, {sayHours(lang, session.start, session.end)},{' '}
        <bdi>{session.place.name}</bdi>
      </p>
      <Told lang={lang} reached={reached} preview={preview} />
      {reached.told.length > 0 && similar.length > 0 && (
        <section class="stack">
          <h2>{t('similarTitle')}</h2>
          <ul class="wl">
            {similar.map((other) => (
              <li key={other.id}>
                <a href={`/plan/sessions/${other.id}`}>{wordsOf(other, lang).title}</a>
                <span>
                  {sayMoment(lang, other.start)} · <bdi>{other.place.name}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form class="row" method="post" action={`/plan/sessions/${session.id}/cancellations`}>
        <input type="hidden" name="scope" value={scope} />
        <Button>{t(session.status === 'draft' ? 'doThrow' : 'doCancel')}</Button>
        <LinkButton alt href={`/plan/sessions/${session.id}`}>
          {t('keep')}
        </LinkButton>
      </form>
    </>
  )
}
