import { type Session, wordsOf } from '#modules/programme/index.ts'
import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Field, Form } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import type { Fill } from '../db/fills.ts'
import type { ProposedSession } from '../domain/fill-proposal.ts'
import { fillWords } from '../fill-words.ts'

/** Choosing the days to fill. Nothing is applied before the proposal was read. */
export const FillForm = ({
  lang,
  from,
  until,
  wrong,
}: {
  readonly lang: Language
  readonly from: string
  readonly until: string
  readonly wrong: boolean
}) => {
  const t = fillWords(lang)
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {wrong && (
        <Note kind="no" role="alert">
          <p>{t('period-wrong')}</p>
        </Note>
      )}
      <Form action="/plan/fills">
        <Field name="from" type="date" label={t('from')} value={from} />
        <Field name="until" type="date" label={t('until')} value={until} />
        <Button>{t('propose')}</Button>
      </Form>
    </>
  )
}

type FillProps = {
  readonly lang: Language
  readonly fill: Fill
  readonly sessions: ReadonlyMap<number, Session>
  readonly names: ReadonlyMap<number, string>
  readonly rooms: ReadonlyMap<number, string>
  /** Why nothing was applied, in a sentence. */
  readonly refused: string | null
}

/** How far the search is; then who is proposed for what and why, what still lacks somebody first. */
export const FillPage = (props: FillProps) => {
  const { lang, fill, refused } = props
  const t = fillWords(lang)
  return (
    <>
      <h1>{t('title')}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{refused}</p>
        </Note>
      )}
      {(fill.status === 'waiting' || fill.status === 'running') && (
        <div class="stack" role="status">
          <label for="progress">{t('searching')}</label>
          <progress id="progress" max={100} value={fill.progress} />
        </div>
      )}
      {fill.status === 'proposed' && <Proposal {...props} />}
      {fill.status === 'applied' && (
        <Note role="status">
          <p>{t('applied')}</p>
        </Note>
      )}
      {fill.status === 'left' && <p>{t('left')}</p>}
      {fill.status === 'failed' && (
        <Note kind="no">
          <p>{t('failed')}</p>
        </Note>
      )}
      <p>
        <a href={`/plan?day=${fill.from}`}>{t('back')}</a>
      </p>
    </>
  )
}

const Proposal = (props: FillProps) => {
  const { lang, fill } = props
  const t = fillWords(lang)
  const proposed = fill.proposal ?? []
  const lacking = proposed.filter(({ missing }) => missing.length > 0)
  const useful = proposed.filter(({ hosts, room }) => hosts.length > 0 || room !== null)
  const proven =
    fill.bound !== null &&
    fill.objective !== null &&
    fill.bound - fill.objective < 0.01 * Math.max(1, fill.bound)
  return (
    <>
      <p class="lead">{t('found', { useful: useful.length, lacking: lacking.length })}</p>
      {proposed.length > 0 && <p>{t(proven ? 'proven' : 'notProven')}</p>}
      <form class="stack" method="post" action={`/plan/fills/${fill.id}/application`}>
        {lacking.length > 0 && (
          <section class="stack">
            <h2>{t('lackingTitle')}</h2>
            <Lines {...props} lines={lacking} />
          </section>
        )}
        <section class="stack">
          <h2>{t('usefulTitle')}</h2>
          <Lines {...props} lines={proposed.filter(({ missing }) => missing.length === 0)} />
        </section>
        {useful.length > 0 && (
          <p class="row">
            <Button>{t('apply')}</Button>
            <Button alt name="leave" value="yes">
              {t('leave')}
            </Button>
          </p>
        )}
      </form>
    </>
  )
}

const Lines = ({
  lang,
  sessions,
  names,
  rooms,
  lines,
}: FillProps & { readonly lines: readonly ProposedSession[] }) => {
  const t = fillWords(lang)
  return (
    <ul class="wl">
      {lines.map((line) => {
        const session = sessions.get(line.session)
        if (!session) return null
        const gives = line.hosts.length > 0 || line.room !== null
        return (
          <li key={line.session}>
            <span>
              <a href={`/plan/sessions/${session.id}`}>{wordsOf(session, lang).title}</a>
              <small>
                {sayDate(lang, session.start)}, {sayHours(lang, session.start, session.end)} ·{' '}
                <bdi>{session.place.name}</bdi>
              </small>
              {line.missing.map((why) => (
                <small key={why} class="bad">
                  <Icon name="warn" /> {t(`lacking.${why}`)}
                </small>
              ))}
            </span>
            {gives && (
              <label class="row">
                <input type="checkbox" name="sessions" value={session.id} checked />
                <span>
                  {line.hosts.map(({ host, because }) => (
                    <span key={host}>
                      <b>
                        <bdi>{names.get(host) ?? ''}</bdi>
                      </b>{' '}
                      <small>{because.map((one) => t(`because.${one}`)).join(', ')}</small>{' '}
                    </span>
                  ))}
                  {line.room !== null && <bdi>{rooms.get(line.room) ?? ''}</bdi>}
                </span>
              </label>
            )}
          </li>
        )
      })}
    </ul>
  )
}
